using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The group writes the report, or writes it anew where more was wanted. R-RPT-04: the head is told at once.</summary>
internal sealed class WriteAdHocReport() : Step<AdHocReport, AdHocReportInput>(AdHocReportForms.Report, new AdHocReportRules(), "Submit")
{
    protected override Result Do(AdHocReportInput input, StepContext<AdHocReport> at)
    {
        if (at.Existing is { } report)
        {
            return report.Rewrite(input, at.Context);
        }

        var made = AdHocReport.Write(at.File.Case.Id, input, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    // The leader in charge is told of what the head has.
    protected override StepEffect CameOfIt(AdHocReportInput input, StepContext<AdHocReport> at) => new()
    {
        Files = input.Files ?? [],
        Sensitivity = AdHocReportProcess.SensitivityOf(at.Subject),
        Tell = at.Subject.GoesToHead
            ? [(NotificationKind.ForHead, ["head"]), (NotificationKind.Changed, ["leaderInCharge"])]
            : [],
    };
}
