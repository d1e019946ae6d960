using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader accepts what was done; the task is closed.</summary>
internal sealed class AcceptReport() : PlainStep<LeaderTask>("AcceptReport")
{
    protected override Result Do(StepContext<LeaderTask> at) => at.Subject.AcceptReport(at.Context);

    protected override StepEffect CameOfIt(StepContext<LeaderTask> at) =>
        new() { IsDecision = true, Tell = [(NotificationKind.Decision, [LeaderTaskProcess.Everybody])] };
}
