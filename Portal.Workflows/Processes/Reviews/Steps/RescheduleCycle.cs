using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R11: days that have not come yet move, for the cycle and every area.</summary>
internal sealed class RescheduleCycle() : Step<ReviewCycle, RescheduleInput>(ReviewForms.Reschedule, new RescheduleValidator())
{
    protected override Result Do(RescheduleInput input, StepContext<ReviewCycle> at) =>
        at.Subject.Reschedule(input, ReviewCycleProcess.Proposals(at.Turn), at.Context);

    protected override StepEffect CameOfIt(RescheduleInput input, StepContext<ReviewCycle> at) =>
        Decided(input.Reason, "role:ReviewCoordinator") with { OnChildren = ChildrenEffect.MoveDeadlines };
}
