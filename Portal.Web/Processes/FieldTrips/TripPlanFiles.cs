using System.Globalization;
using Portal.Domain.Cases;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>
/// RP-01 and RP-02, kế hoạch đi địa bàn và việc thực hiện, as a document in the Party's layout and as a spreadsheet, in Vietnamese office
/// style: nothing but what the page shows whoever asks.
/// </summary>
public sealed class TripPlanFiles(TextCatalogue texts)
{
    public byte[] Sheet(PlanBoard board, TripPlanFilter filter, CaseContext context) => Documents.Sheet.Of(
        SheetHead.Of(context, texts, Words("title", filter.Words())),
        SheetTable.Of(
            Words("sheet-totals"),
            board.Totals,
            [
                new(Vi("Inbox.Group"), t => GroupOf(t.GroupId, context)),
                new(Vi("Plan.Planned"), t => t.Planned, true),
                new(Vi("Plan.Done"), t => t.Done, true),
                new(Vi("Plan.UnderWay"), t => t.UnderWay, true),
                new(Vi("Plan.Dropped"), t => t.Dropped, true),
                new(Vi("Plan.AdHoc"), t => t.AdHoc, true),
            ]),
        SheetTable.Of(
            Words("sheet-trips"),
            board.Rows,
            [
                new(Vi("Inbox.Group"), r => GroupOf(r.GroupId, context)),
                new(Words("days"), Days),
                new(Vi("Area.One"), r => Areas(r, context)),
                new(Words("purpose"), r => r.Purpose),
                new(Words("leader"), r => context.Directory.NameOf(r.TripLeaderId)),
                new(Words("state"), StateOf),
                new(Words("remark"), Remark),
            ]));

    public byte[] Document(PlanBoard board, TripPlanFilter filter, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("KH/BTCTU", texts, context));
        document.Title(Words("type"), Words("about", filter.Words()));
        document.Centred(Words("made", PartyProfile.Day(context.Today), Of(filter, context)), italic: true);
        document.Heading(Words("heading-totals"));
        document.Table(
            [
                (Vi("Inbox.Group"), 3), (Vi("Plan.Planned"), 2), (Vi("Plan.Done"), 2), (Vi("Plan.UnderWay"), 2), (Vi("Plan.Dropped"), 2),
                (Vi("Plan.AdHoc"), 2),
            ],
            board.Totals.Select(t => (IReadOnlyList<string>)
            [
                GroupOf(t.GroupId, context),
                .. new[] { t.Planned, t.Done, t.UnderWay, t.Dropped, t.AdHoc }.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            ]));
        foreach (var group in board.Rows.GroupBy(r => r.GroupId).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            document.Heading(GroupOf(group.Key, context));
            document.Table(
                [(Words("days"), 3), (Vi("Area.One"), 4), (Words("purpose"), 6), (Words("leader"), 3), (Words("state"), 3)],
                group.Select(r => (IReadOnlyList<string>)
                [
                    Days(r), Areas(r, context), r.Purpose, context.Directory.NameOf(r.TripLeaderId),
                    string.Join('\n', new[] { StateOf(r), Remark(r) }.Where(t => t.Length > 0)),
                ]));
        }

        document.Sign(
            [Words("copy.leaders"), Words("copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    private string Of(TripPlanFilter filter, CaseContext context)
    {
        string[] narrowed =
        [
            context.Directory.Group(filter.GroupId)?.Name ?? "",
            filter.LeaderId.Length > 0 ? Words("of-leader", context.Directory.NameOf(filter.LeaderId)) : "",
        ];
        return narrowed.Any(n => n.Length > 0) ? string.Join("; ", narrowed.Where(n => n.Length > 0)) : Words("all");
    }

    private static string Days(PlanRow row) =>
        row.From == row.To ? PartyProfile.Day(row.From) : $"{PartyProfile.Day(row.From)} – {PartyProfile.Day(row.To)}";

    private static string Areas(PlanRow row, CaseContext context)
    {
        var areas = string.Join(", ", row.AreaIds.Select(context.Directory.AreaName));
        return row.Place.Length > 0 ? $"{areas} – {row.Place}" : areas;
    }

    private static string Remark(PlanRow row) => string.Join("; ", new[] { row.Reason, row.Directive }.Where(t => t.Length > 0));

    private string StateOf(PlanRow row) => Vi(row.ItemId is null ? $"Plan.AdHoc.{row.State}" : $"planitem.{row.State}");

    private static string GroupOf(string id, CaseContext context) => context.Directory.Group(id)?.Name ?? id;

    private string Vi(string key) => texts.Vietnamese[key];

    private string Words(string key, params object?[] args) => texts.Document($"trip-plan.{key}", args);
}
