using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>The assignee reports what was done.</summary>
internal sealed class ReportTask() : Step<LeaderTask, LeaderTaskReportInput>(LeaderTaskForms.Report, new LeaderTaskReportValidator())
{
    protected override Result Do(LeaderTaskReportInput input, StepContext<LeaderTask> at) =>
        at.Subject.SubmitReport(input, at.Context);

    protected override StepEffect CameOfIt(LeaderTaskReportInput input, StepContext<LeaderTask> at) =>
        new() { Files = input.Files ?? [] };
}
