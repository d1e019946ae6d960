using Portal.Domain.AreaReports;
using Portal.Domain.Common;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>Không phát sinh (R-RPT-01).</summary>
internal sealed class ReportNothing() : Step<MonthlyAreaReport, AreaReportNoteInput>(
    AreaReportForms.Nothing, new AreaReportNoteValidator(() => AreaReportForms.Nothing), "NothingToReport")
{
    protected override Result Do(AreaReportNoteInput input, StepContext<MonthlyAreaReport> at) =>
        at.Subject.ReportNothing(input, at.Context);
}
