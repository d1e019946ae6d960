using Portal.Domain.AreaReports;
using Portal.Domain.Common;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The lead sends on to the leader what a member wrote.</summary>
internal sealed class ForwardReport() : Step<MonthlyAreaReport, AreaReportNoteInput>(
    AreaReportForms.Check, new AreaReportNoteValidator(() => AreaReportForms.Check), "Forward")
{
    protected override Result Do(AreaReportNoteInput input, StepContext<MonthlyAreaReport> at) => at.Subject.Forward(input, at.Context);
}
