using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>A leader sets a task (Đ5.7).</summary>
internal sealed class AssignTask() : Step<LeaderTask, LeaderTaskInput>(LeaderTaskForms.Assign, new LeaderTaskValidator(), "Submit")
{
    protected override Result Do(LeaderTaskInput input, StepContext<LeaderTask> at)
    {
        var made = LeaderTask.Assign(at.File.Case.Id, input, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    protected override StepEffect CameOfIt(LeaderTaskInput input, StepContext<LeaderTask> at) =>
        new() { Tell = TaskNotices.BesideWhoAnswers(at) };
}
