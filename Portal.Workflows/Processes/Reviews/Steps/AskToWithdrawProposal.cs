using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R6: after the leader has acted, the lead asks for it with a reason.</summary>
internal sealed class AskToWithdrawProposal() : Step<ReviewProposal, ReasonInput>(
    CaseForms.ReasonOnly, new ReasonValidator(), "RequestWithdraw")
{
    protected override Result Do(ReasonInput input, StepContext<ReviewProposal> at) => at.Subject.AskToWithdraw(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "role:ReviewCoordinator");
}
