using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The assignee takes the task on.</summary>
internal sealed class AcceptTask() : PlainStep<LeaderTask>("Accept")
{
    protected override Result Do(StepContext<LeaderTask> at) => at.Subject.Accept(at.Context);
}
