using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader sets a later day.</summary>
internal sealed class ExtendTask() : Step<LeaderTask, NewDueInput>(LeaderTaskForms.NewDue, new NewDueValidator())
{
    protected override Result Do(NewDueInput input, StepContext<LeaderTask> at) =>
        at.Subject.Extend(input, at.Context);

    protected override StepEffect CameOfIt(NewDueInput input, StepContext<LeaderTask> at) =>
        Tell(NotificationKind.Changed, LeaderTaskProcess.Everybody);
}
