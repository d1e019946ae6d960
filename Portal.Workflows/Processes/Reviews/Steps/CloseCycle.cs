using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>The coordinator ends the wait for the areas; the definition then closes the cycle.</summary>
internal sealed class CloseCycle() : PlainStep<ReviewCycle>("CloseCycle")
{
    protected override Result Do(StepContext<ReviewCycle> at) => Result.Ok;
}
