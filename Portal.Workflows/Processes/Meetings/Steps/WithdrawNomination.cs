using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M14: before a decision the nomination comes back to the lead; afterwards the attendance ends.</summary>
internal sealed class WithdrawNomination() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Withdraw")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => at.Subject.Withdraw(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Cancelled, "leaderInCharge", "attendees", "role:RecordsClerk");
}
