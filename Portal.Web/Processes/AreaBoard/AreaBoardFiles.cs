using System.Globalization;
using Portal.Domain.Cases;
using Portal.Web.Documents;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>The board as a spreadsheet and as a document in the Party's layout, in Vietnamese office style.</summary>
public sealed class AreaBoardFiles(TextCatalogue texts)
{
    public byte[] Sheet(AreaBoardView board, CaseContext context) => Documents.Sheet.Of(
        SheetHead.Of(context, texts, Vi("AreaBoard.Title")),
        SheetTable.Of(
            Vi("AreaBoard.Sheet"),
            board.Rows,
            [
                new(Vi("Area.One"), r => context.Directory.AreaName(r.AreaId)),
                new(Vi("Inbox.Group"), r => context.Directory.Group(r.GroupId)?.Name ?? ""),
                new(Vi("Plan.Leader"), r => context.Directory.NameOf(r.LeaderId)),
                new(Vi("AreaBoard.LastKnown"), r => r.LastKnown is { } day ? PartyProfile.Day(day) : Vi("Quiet.Never")),
                .. board.Figures.Select(f => new SheetColumn<AreaBoardRow>(
                    Vi($"area-figure.{f.Key}"), r => Value(f, r.Cells.GetValueOrDefault(f.Key)), f.Kind == AreaFigureKind.Open)),
                new(Vi("AreaBoard.Attention"), r => r.Attention),
            ]));

    /// <param name="filter">What the rows were asked for by; it stands under the title.</param>
    public byte[] Document(AreaBoardView board, AreaBoardFilter filter, CaseContext context)
    {
        using var document = new PartyDocument(PartyProfile.Of(context.Settings.Text("Doc.Profile")));
        document.Head(DocumentHead.OfCommittee("BC/BTCTU", texts, context));
        document.Title(texts.Document("area-board.type"), texts.Document("area-board.about"));
        document.Centred(
            texts.Document("area-board.made", PartyProfile.Day(context.Today), Of(filter, context)), italic: true);
        var silent = board.Rows.Where(r => r.IsSilent).Select(r => context.Directory.AreaName(r.AreaId)).ToList();
        document.Text(texts.Document("area-board.numbers", board.Rows.Count, board.Rows.Count(r => r.Attention > 0)));
        if (silent.Count > 0)
        {
            document.Text(texts.Document(
                "area-board.silent", silent.Count, context.Settings.Int("Coverage.StaleDays"), string.Join("; ", silent)));
        }

        foreach (var (row, i) in board.Rows.Select((r, i) => (r, i)))
        {
            document.Text($"{i + 1}. {context.Directory.AreaName(row.AreaId)}", bold: true);
            document.Text(string.Join("; ", board.Figures
                .Select(f => (Figure: f, Value: Value(f, row.Cells.GetValueOrDefault(f.Key))))
                .Where(v => v.Value is not ("" or 0))
                .Select(v => $"{Vi($"area-figure.{v.Figure.Key}")}: {v.Value}")) + ".");
        }

        document.Sign(
            [texts.Document("area-board.copy.leaders"), texts.Document("area-board.copy.registry")], "", texts.Document("head.title"),
            context.Directory.NameOf(context.Directory.Head(context.Today)));
        return document.Save();
    }

    // What the board was narrowed to.
    private string Of(AreaBoardFilter filter, CaseContext context)
    {
        string[] narrowed =
        [
            context.Directory.Group(filter.GroupId)?.Name ?? "",
            context.Directory.Data.Kinds.FirstOrDefault(k => k.Id == filter.KindId)?.Name ?? "",
            filter.LeaderId.Length > 0 ? texts.Document("area-board.of-leader", context.Directory.NameOf(filter.LeaderId)) : "",
            filter.StandsOut switch
            {
                "" => "",
                AreaBoardFilter.Anything => texts.Document("area-board.only-any"),
                AreaBoardFilter.Silence => texts.Document("area-board.only-silent"),
                _ => texts.Vietnamese.TryGetValue($"area-figure.{filter.StandsOut}", out var figure)
                    ? texts.Document("area-board.only", figure)
                    : "",
            },
        ];
        return narrowed.Any(n => n.Length > 0)
            ? string.Join("; ", narrowed.Where(n => n.Length > 0))
            : texts.Document("area-board.all-groups");
    }

    private object Value(IAreaFigure figure, AreaBoardCell? cell) => (figure.Kind, cell) switch
    {
        (_, null) => "",
        (AreaFigureKind.Last, _) => cell.Day is { } day ? PartyProfile.Day(day) : Vi("Quiet.Never"),
        (AreaFigureKind.Open, _) => cell.Count,
        _ => string.Join("; ", cell.Words.Select(w =>
            $"{w.Year.ToString(CultureInfo.InvariantCulture)}: {w.Words.In(texts.Vietnamese)}")),
    };

    private string Vi(string key) => texts.Vietnamese[key];
}
