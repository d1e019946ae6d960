using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 1: the head returns the cycle to the coordinator with reasons.</summary>
internal sealed class ReturnCycle() : Step<ReviewCycle, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.Reason), "Return")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<ReviewCycle> at) => at.Subject.Return(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<ReviewCycle> at) =>
        Decided(input.Opinion, "role:ReviewCoordinator");
}
