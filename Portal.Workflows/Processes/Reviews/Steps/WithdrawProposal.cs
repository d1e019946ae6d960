using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R6: the lead takes it back before the leader has acted.</summary>
internal sealed class WithdrawProposal() : Step<ReviewProposal, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Withdraw")
{
    protected override Result Do(ReasonInput input, StepContext<ReviewProposal> at) => at.Subject.Withdraw(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge");
}
