using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M3: nobody can go.</summary>
internal sealed class SendNobody() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Nobody")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.StandDown(MeetingProcess.Line(at.Turn), at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Cancelled, "leaderInCharge", "role:RecordsClerk");
}
