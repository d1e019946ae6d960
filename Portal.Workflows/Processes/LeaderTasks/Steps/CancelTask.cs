using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader takes the task back (X-11: everybody who had it hears of it).</summary>
internal sealed class CancelTask() : Step<LeaderTask, TaskReasonInput>(LeaderTaskForms.WithReason, new TaskReasonValidator(), "Cancel")
{
    protected override Result Do(TaskReasonInput input, StepContext<LeaderTask> at) =>
        at.Subject.Cancel(at.Context);

    protected override StepEffect CameOfIt(TaskReasonInput input, StepContext<LeaderTask> at) =>
        Tell(NotificationKind.Changed, LeaderTaskProcess.Everybody);
}
