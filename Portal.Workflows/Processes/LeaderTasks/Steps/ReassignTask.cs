using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader gives it to somebody else.</summary>
internal sealed class ReassignTask() : Step<LeaderTask, ReassignInput>(LeaderTaskForms.Reassign, new ReassignValidator())
{
    protected override Result Do(ReassignInput input, StepContext<LeaderTask> at) =>
        at.Subject.Reassign(input, at.Context);
}
