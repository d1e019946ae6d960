using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader wants more than was reported.</summary>
internal sealed class ReturnReport() : Step<LeaderTask, TaskReasonInput>(LeaderTaskForms.WithReason, new TaskReasonValidator(), "Return")
{
    protected override Result Do(TaskReasonInput input, StepContext<LeaderTask> at) =>
        at.Subject.ReturnReport(at.Context);

    protected override StepEffect CameOfIt(TaskReasonInput input, StepContext<LeaderTask> at) =>
        Decided(input.Reason, LeaderTaskProcess.Everybody);
}
