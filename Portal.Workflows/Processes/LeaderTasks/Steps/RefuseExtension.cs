using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The leader does not agree to a later day, and says why.</summary>
internal sealed class RefuseExtension() : Step<LeaderTask, TaskReasonInput>(
    LeaderTaskForms.WithReason, new TaskReasonValidator(), "RefuseExtension")
{
    protected override Result Do(TaskReasonInput input, StepContext<LeaderTask> at) =>
        at.Subject.RefuseExtension(at.Context);

    protected override StepEffect CameOfIt(TaskReasonInput input, StepContext<LeaderTask> at) =>
        Decided(input.Reason, LeaderTaskProcess.Everybody);
}
