using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>E-T7: before a leader acted the notice goes back to a draft; afterwards the trip ends as withdrawn.</summary>
internal sealed class WithdrawNotice() : Step<FieldTrip, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Withdraw")
{
    protected override Result Do(ReasonInput input, StepContext<FieldTrip> at) => at.Subject.Withdraw(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<FieldTrip> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "participants");
}
