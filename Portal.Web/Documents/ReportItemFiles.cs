using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>
/// RP-03 as a spreadsheet and as a document in the Party's layout, in Vietnamese office style. Nothing Restricted is in them.
/// </summary>
public sealed class ReportItemFiles(TextCatalogue texts)
{
    public byte[] Sheet(IReadOnlyList<ReportItemRow> rows, CaseContext context) => Documents.Sheet.Of(
        SheetHead.Of(context, texts, Words("title")),
        SheetTable.Of(
            Words("sheet"),
            rows,
            [
                new(Words("area"), r => context.Directory.AreaName(r.AreaId)),
                new(Words("kind"), r => Vi($"option.{r.Kind}")),
                new(Words("domain"), r => Vi($"domain.{r.Domain}")),
                new(Words("level"), r => Vi($"option.{r.Level}")),
                new(Words("content"), Content),
                new(Words("direction"), r => r.Direction),
                new(Words("department"), r => Department(r, context)),
                new(Words("state"), r => Vi($"item-state.{r.State}")),
                new(Words("entered"), r => PartyProfile.Day(VietnamTime.DayOf(r.CreatedAt))),
                new(Words("days"), r => context.Today.DayNumber - VietnamTime.DayOf(r.CreatedAt).DayNumber),
            ]));

    /// <param name="filter">What the rows were asked for by; it stands under the title.</param>
    public byte[] Document(IReadOnlyList<ReportItemRow> rows, ReportItemFilter filter, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(Words("type"), Words("about"));
        document.Centred(Words("made", PartyProfile.Day(context.Today), Asked(filter, context)), italic: true);
        var groups = rows.GroupBy(r => r.Kind).OrderBy(g => g.Key).ToList();
        if (groups.Count == 0)
        {
            document.Text(Words("none"));
        }

        foreach (var (group, i) in groups.Select((g, i) => (g, i)))
        {
            document.Heading(PartyProfile.Numbered(i, Words("heading", Vi($"option.{group.Key}").ToUpperInvariant(), group.Count())));
            document.Table(
                [(Words("number"), 1), (Words("area"), 3), (Words("content"), 7), (Words("direction"), 5), (Words("state"), 3)],
                group.Select((r, n) => (IReadOnlyList<string>)
                [
                    (n + 1).ToString(CultureInfo.InvariantCulture),
                    context.Directory.AreaName(r.AreaId),
                    $"{Content(r)}\n({Vi($"domain.{r.Domain}")}, {PartyProfile.Day(VietnamTime.DayOf(r.CreatedAt))})",
                    string.Join('\n', new[] { r.Direction, Department(r, context) }.Where(t => t.Length > 0)),
                    Vi($"item-state.{r.State}"),
                ]));
        }

        document.Sign(
            [Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    // In words what the reader narrowed the register to.
    private string Asked(ReportItemFilter filter, CaseContext context)
    {
        string?[] parts =
        [
            filter.AreaId.Length > 0 ? context.Directory.AreaName(filter.AreaId) : null,
            context.Directory.Department(filter.DepartmentId)?.Name,
            filter.Kind is { } kind ? Vi($"option.{kind}") : null,
            filter.Domain.Length > 0 ? Vi($"domain.{filter.Domain}") : null,
            filter.Level is { } level ? Vi($"option.{level}") : null,
            texts.Vietnamese.GetValueOrDefault($"item-progress.{filter.Progress}") ?? Vi($"item-state.{filter.Progress}"),
            filter.OlderThanDays > 0 ? Words("older", filter.OlderThanDays) : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private string Content(ReportItemRow row) => row.Content.Length > 0 ? row.Content : Vi("ReportItem.OffSystem");

    private string Department(ReportItemRow row, CaseContext context) =>
        context.Directory.Department(row.ReleasedTo) is { } department
            ? Words(row.IsAnswered ? "answered" : "with", department.ShortName)
            : "";

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"items.{key}", args);
}
