using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R6: the leader in charge lets the lead have the proposal back, or says why not.</summary>
internal sealed class AnswerWithdrawal(bool agrees, string outcome) : Step<ReviewProposal, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(agrees ? OpinionDemand.None : OpinionDemand.Reason), outcome)
{
    protected override Result Do(LeaderOpinionInput input, StepContext<ReviewProposal> at) =>
        at.Subject.AnswerWithdrawal(agrees, at.Context);

    // whoever has acted or was told knows of it.
    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<ReviewProposal> at) =>
        Decided(input.Opinion, "groupLead", "role:ReviewCoordinator");
}
