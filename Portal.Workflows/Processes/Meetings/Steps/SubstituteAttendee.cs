using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M3: another member goes; the leader is told, no new consent is needed (R-ATT-11, Đ7.B.3).</summary>
internal sealed class SubstituteAttendee() : Step<MeetingAttendance, SubstituteInput>(
    MeetingForms.Substitute, new SubstituteValidator(), "Substitute")
{
    protected override Result Do(SubstituteInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.Substitute(MeetingProcess.Line(at.Turn), input, at.Context);

    protected override StepEffect CameOfIt(SubstituteInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "attendee", "role:RecordsClerk");
}
