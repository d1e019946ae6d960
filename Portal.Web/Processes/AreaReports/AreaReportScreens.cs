using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Processes.AreaReports;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-01 on the pages of cases.</summary>
public sealed class AreaReportScreens(AreaMonths months, AreaReportWords words) : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [MonthlyAreaReportProcess.ProcessKey];

    public override bool AreAreasFixed(Case subject) => true;

    /// <summary>
    /// The report as the records of the month would write it; one that was sent before as it was, with the items that have come since.
    /// </summary>
    public override async Task<JsonObject> KnownAsync(
        string formKey, JsonObject known, Actor actor, CaseView? view, CaseContext context)
    {
        if (formKey != AreaReportForms.Report.Key || view?.Subject is not MonthlyAreaReport report)
        {
            return known;
        }

        var month = await months.OfAsync(actor, report.AreaId, report.Month);
        if (report.AuthorId.Length == 0 || report.IsNothing)
        {
            return FormInput.ToJson(words.Of(month));
        }

        var before = known["items"].Deserialize<CarriedItem[]>(FormInput.Json) ?? [];
        var rows = FormInput.ToJson(new AreaReportInput { Items = AreaReportWords.Rows(month, before) });
        var again = (JsonObject)known.DeepClone();
        again["items"] = rows["items"]?.DeepClone();
        return again;
    }

    public override Task<Func<JsonObject, IEnumerable<FieldError>>> DemandsAsync(
        string formKey, Actor actor, CaseView? view, string? item, CaseContext context)
    {
        var path = formKey == AreaReportForms.Report.Key ? "lateReason" : "opinion";
        IEnumerable<FieldError> Of(JsonObject form) => formKey switch
        {
            _ when view?.Subject is not MonthlyAreaReport report || GatedInput.IsStub(form) => [],
            _ when formKey == AreaReportForms.Report.Key || formKey == AreaReportForms.Nothing.Key =>
                ((MonthlyAreaReport)view.Subject).AskedOf(null, path, context),
            _ => [],
        };
        return Task.FromResult<Func<JsonObject, IEnumerable<FieldError>>>(Of);
    }

    /// <summary>F6: an item is picked, not numbered by hand.</summary>
    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item) =>
        view.Subject is not MonthlyAreaReport report ? general : general with
        {
            Items = new Dictionary<string, IReadOnlyList<FormItem>> { ["itemDirections"] = ItemsOf(report, view.ReadsRestricted) },
        };

    /// <summary>RP-05, offered where somebody prepares a visit.</summary>
    public override IEnumerable<ScreenPart> OfArea(string areaId) =>
        [ScreenPart.Of<BriefingOfArea>((nameof(BriefingOfArea.AreaId), areaId))];

    public override IEnumerable<string> Flags(ICaseSubject subject)
    {
        var report = (MonthlyAreaReport)subject;
        return new (string Name, bool On)[] { ("lateReport", report.IsLate), ("nothingToReport", report.IsNothing) }
            .Where(f => f.On).Select(f => f.Name);
    }

    public override bool UnfoldsWhatWasSent(TaskView task) => true;

    private static List<FormItem> ItemsOf(MonthlyAreaReport report, bool readsRestricted)
    {
        var (rows, isRestricted) = (report.Content.Items ?? [], report.Content.ConcernsPersonnel == true);
        var carried = rows.Where(r => r.Include == true && !isRestricted)
            .Select(r => new FormItem(r.Item!.Value, FormItem.Short(r.What ?? ""), ""));
        var added = (report.Content.NewItems ?? []).Select((item, i) => (Item: item, Number: rows.Length + i + 1))
            .Where(x => !x.Item.IsForHead() && (readsRestricted || !x.Item.IsRestricted()))
            .Select(x => new FormItem(x.Number, FormItem.Short(x.Item.Content ?? ""), ""));
        return [.. carried, .. added];
    }
}
