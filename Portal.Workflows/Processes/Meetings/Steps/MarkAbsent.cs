using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M6: an attendee was not there.</summary>
internal sealed class MarkAbsent() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Absent")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.Miss(MeetingProcess.Line(at.Turn), at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Cancelled, "leaderInCharge", "groupLead");
}
