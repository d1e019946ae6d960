using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>
/// The assignee asks for a later day (Đ5.7). The case then waits for the leader, no longer than until the present day; the assignee may
/// report all the same.
/// </summary>
internal sealed class AskForExtension() : Step<LeaderTask, ExtensionRequestInput>(
    LeaderTaskForms.ExtensionRequest, new ExtensionRequestValidator())
{
    protected override Result Do(ExtensionRequestInput input, StepContext<LeaderTask> at) =>
        at.Subject.AskForExtension(input, at.Context);
}
