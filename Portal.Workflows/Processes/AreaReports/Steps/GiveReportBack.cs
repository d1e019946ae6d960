using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The lead wants it otherwise.</summary>
internal sealed class GiveReportBack() : Step<MonthlyAreaReport, AreaReportNoteInput>(
    AreaReportForms.Check, new AreaReportNoteValidator(() => AreaReportForms.Check, OpinionDemand.Reason), "Return")
{
    protected override Result Do(AreaReportNoteInput input, StepContext<MonthlyAreaReport> at) => at.Subject.GiveBack(at.Context);

    protected override StepEffect CameOfIt(AreaReportNoteInput input, StepContext<MonthlyAreaReport> at) =>
        Decided(input.Opinion, $"person:{at.Subject.AuthorId}");
}
