using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>Step 1, the head: <i>Mở kỳ</i>.</summary>
internal sealed class OpenCycle() : Step<ReviewCycle, LeaderOpinionInput>(
    CaseForms.Opinion, new LeaderOpinionValidator(OpinionDemand.None), "OpenCycle")
{
    protected override Result Do(LeaderOpinionInput input, StepContext<ReviewCycle> at) => at.Subject.Open(at.Context);

    protected override StepEffect CameOfIt(LeaderOpinionInput input, StepContext<ReviewCycle> at) =>
        Decided(input.Opinion, "role:ReviewCoordinator");
}
