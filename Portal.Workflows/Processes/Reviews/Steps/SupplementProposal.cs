using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R5: a new serious matter before the collective has decided; it goes through the leader in charge again.</summary>
internal sealed class SupplementProposal() : Step<ReviewProposal, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Supplement")
{
    protected override Result Do(ReasonInput input, StepContext<ReviewProposal> at) => at.Subject.Supplement(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<ReviewProposal> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "role:ReviewCoordinator");
}
