using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>E-R11: the whole cycle is given up, by the head, before anything went to the Standing Committee.</summary>
internal sealed class CancelCycle() : Step<ReviewCycle, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "CancelCycle")
{
    protected override Result Do(ReasonInput input, StepContext<ReviewCycle> at) => at.Subject.Cancel(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<ReviewCycle> at) =>
        Decided(input.Reason, "role:ReviewCoordinator") with { OnChildren = ChildrenEffect.Cancel };
}
