using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>A member writes the report; the lead, too, or corrects what a member wrote.</summary>
internal sealed class SubmitAreaReport()
    : Step<MonthlyAreaReport, AreaReportInput>(AreaReportForms.Report, new AreaReportValidator(), "Submit")
{
    protected override Result Do(AreaReportInput input, StepContext<MonthlyAreaReport> at) =>
        at.Subject.Submit(input, MonthlyAreaReportProcess.ItemsOf(at.Turn), at.Context);

    // a report that concerns personnel is Restricted as a whole; otherwise new items that judge people are kept apart.
    protected override StepEffect CameOfIt(AreaReportInput input, StepContext<MonthlyAreaReport> at)
    {
        var kept = at.Subject.Content with { Secrecy = input.Secrecy };
        var effect = new StepEffect { Files = input.Files ?? [], Tell = Flagged.By(null, input.NewItems), KeepsApart = true };
        if (input.ConcernsPersonnel == true)
        {
            return effect with { Sensitivity = Sensitivity.Restricted, Kept = FormInput.ToJson(kept) };
        }

        var (open, restricted) = ReportItemInput.Split(kept.NewItems);
        return effect with
        {
            Kept = FormInput.ToJson(kept with { NewItems = open }),
            Apart = restricted is null
                ? null
                : (AreaReportForms.Apart.Key, FormInput.ToJson(new AreaReportApart { NewItems = restricted })),
        };
    }
}
