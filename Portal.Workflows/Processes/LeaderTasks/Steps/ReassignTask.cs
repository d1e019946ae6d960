using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader gives it to somebody else: both sides hear of it.</summary>
internal sealed class ReassignTask() : Step<LeaderTask, ReassignInput>(LeaderTaskForms.Reassign, new ReassignValidator())
{
    protected override Result Do(ReassignInput input, StepContext<LeaderTask> at) =>
        at.Subject.Reassign(input, at.Context);

    protected override StepEffect CameOfIt(ReassignInput input, StepContext<LeaderTask> at) =>
        new() { Tell = [.. TaskNotices.Before(at), .. TaskNotices.BesideWhoAnswers(at)] };
}
