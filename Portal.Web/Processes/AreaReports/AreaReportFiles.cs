using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaReports;

/// <summary>
/// RP-06 as a spreadsheet and as a document in the Party's layout, in Vietnamese office style. Nothing Restricted is in them.
/// </summary>
public sealed class AreaReportFiles(TextCatalogue texts)
{
    public byte[] Sheet(IReadOnlyList<AreaReportRow> rows, AreaReportFilter filter, CaseContext context) => Documents.Sheet.Of(
        SheetHead.Of(context, texts, Words("title", Month(filter))),
        SheetTable.Of(
            Words("sheet"),
            rows,
            [
                new(Words("area"), r => context.Directory.AreaName(r.AreaId)),
                new(Words("group"), r => GroupOf(r, context)),
                new(Words("state"), r => StateOf(r)),
                new(Words("submitted"), r => r.SubmittedAt is { } at ? PartyProfile.Day(VietnamTime.DayOf(at)) : ""),
                new(Words("late"), r => r.IsLate ? Words("yes") : ""),
                new(Words("form"), r => r.Content?.Form is { } form ? Vi($"option.form.{form}") : ""),
                new(Words("situation"), r => Situation(r)),
                new(Words("results"), r => string.Join('\n', Results(r))),
                new(Words("items"), r => (r.Content?.Items ?? []).Count(i => i.Include == true) + (r.Content?.NewItems?.Length ?? 0)),
                new(Words("proposals"), r => r.Content?.Proposals ?? ""),
                new(Words("next-month"), r => r.Content?.NextMonth ?? ""),
            ]));

    /// <param name="filter">What the rows were asked for by; it stands under the title.</param>
    public byte[] Document(IReadOnlyList<AreaReportRow> rows, AreaReportFilter filter, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(Words("type"), Words("about", Month(filter)));
        document.Centred(
            Words("made", PartyProfile.Day(context.Today), context.Directory.Group(filter.GroupId)?.Name ?? Words("all-groups")),
            italic: true);
        Numbers(document, rows, context);
        document.Heading(Words("heading-areas"));
        foreach (var (row, i) in rows.Where(r => r is { IsMissing: false, IsNothing: false }).Select((r, i) => (r, i)))
        {
            Area(document, row, i + 1, context);
        }

        document.Sign(
            [Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    // R-RPT-01: how many have reported, who has nothing to report, and by name who has not reported.
    private void Numbers(PartyDocument document, IReadOnlyList<AreaReportRow> rows, CaseContext context)
    {
        string Names(IEnumerable<AreaReportRow> of) => string.Join("; ", of.Select(r => context.Directory.AreaName(r.AreaId)));
        var missing = rows.Where(r => r.IsMissing).ToList();
        var nothing = rows.Where(r => r is { IsMissing: false, IsNothing: true }).ToList();
        document.Heading(Words("heading-numbers"));
        document.Text(Words("reported", rows.Count - missing.Count, rows.Count, rows.Count(r => r.IsLate)));
        if (nothing.Count > 0)
        {
            document.Text(Words("nothing", nothing.Count, Names(nothing)));
        }

        if (missing.Count > 0)
        {
            document.Text(Words("missing", missing.Count, Names(missing)));
        }
    }

    private void Area(PartyDocument document, AreaReportRow row, int number, CaseContext context)
    {
        document.Text(Words("area-heading", number, context.Directory.AreaName(row.AreaId), GroupOf(row, context)), bold: true);
        foreach (var line in new[] { Situation(row) }.Concat(Results(row)).Where(t => t.Length > 0).SelectMany(t => t.Split('\n')))
        {
            document.Text(line);
        }

        if (row.Content is not { } content)
        {
            return;
        }

        foreach (var item in (content.Items ?? []).Where(i => i.Include == true).Select(i => i.What)
            .Concat((content.NewItems ?? []).Select(i => i.Content)).OfType<string>())
        {
            document.Text(Words("item", item));
        }

        foreach (var (key, text) in new[] { ("proposed", content.Proposals), ("planned-next", content.NextMonth) })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                document.Text(Words(key, text));
            }
        }
    }

    private IEnumerable<string> Results(AreaReportRow row) =>
        (row.Content?.Results ?? []).Select(r => Words("result", Vi($"domain.{r.Domain}"), r.Text));

    // What is told where the report itself is not: that it concerns personnel, or lies off the system.
    private string Situation(AreaReportRow row)
    {
        if (row.IsMissing || row.IsNothing)
        {
            return "";
        }

        return row.Content switch
        {
            null => Words("restricted"),
            var content when content.IsStub() => Words("off-system"),
            var content => content.General ?? content.Summary ?? "",
        };
    }

    private string StateOf(AreaReportRow row) =>
        row.IsNothing && !row.IsMissing ? Words("nothing-state") : Vi($"status.monthly-area-report.{row.Status}");

    private static string GroupOf(AreaReportRow row, CaseContext context) => context.Directory.Group(row.GroupId)?.Name ?? "";

    private static string Month(AreaReportFilter filter) => filter.Month.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"area-report.{key}", args);
}
