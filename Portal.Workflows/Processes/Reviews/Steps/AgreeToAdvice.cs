using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>A leader agrees to the advice (X-08: nobody to that of one's own).</summary>
internal sealed class AgreeToAdvice() : Step<ReviewProposal, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.None), "AgreeToAdvice")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<ReviewProposal> at) =>
        at.Subject.AgreeToAdvice(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<ReviewProposal> at) => Decided(input.Opinion, "groupLead");
}
