using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>A leader sends the advice back with reasons.</summary>
internal sealed class ReturnAdvice() : Step<ReviewProposal, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.Reason), "Return")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<ReviewProposal> at) =>
        at.Subject.ReturnAdvice(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<ReviewProposal> at) => Decided(input.Opinion, "groupLead");
}
