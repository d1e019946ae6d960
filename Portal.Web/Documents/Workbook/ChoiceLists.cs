using Portal.Domain.Administration.Workbook;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents.Workbook;

/// <summary>The hidden sheet on which the drop-downs have their words: a column for each list.</summary>
internal sealed class ChoiceLists
{
    private readonly WorkbookWords _words;
    private readonly List<(string Name, List<string> Words)> _lists = [];

    public ChoiceLists(WorkbookWords words, IReadOnlyList<IWorkbookSheet> sheets)
    {
        _words = words;
        foreach (var column in sheets.SelectMany(s => s.Columns))
        {
            if (NameOf(column) is { } name && _lists.TrueForAll(l => l.Name != name))
            {
                string[] values = column.Kind == CellKind.YesNo ? ["true", "false"] : [.. column.Options];
                _lists.Add((name, [.. values.Select(v => words.Shown(column, v))]));
            }
        }
    }

    /// <summary>Where the words of a column stand; null for one without a drop-down.</summary>
    public string? RangeOf(WorkbookColumn column)
    {
        var index = NameOf(column) is { } name ? _lists.FindIndex(l => l.Name == name) : -1;
        if (index < 0)
        {
            return null;
        }

        var letter = WorkbookWriter.NameOf(index + 1);
        return $"{WorkbookWriter.Quoted(_words["workbook.lists"])}!${letter}$1:${letter}${_lists[index].Words.Count}";
    }

    public Spreadsheet.Worksheet Make()
    {
        var rows = Enumerable.Range(0, _lists.Select(l => l.Words.Count).DefaultIfEmpty().Max());
        return new Spreadsheet.Worksheet(new Spreadsheet.SheetData(rows.Select(r => WorkbookWriter.RowOf(
            r + 1, [.. _lists.Select(l => WorkbookWriter.Cell(r < l.Words.Count ? l.Words[r] : "", WorkbookStyles.Plain))]))));
    }

    private static string? NameOf(WorkbookColumn column) => column.Kind switch
    {
        CellKind.YesNo => nameof(CellKind.YesNo),
        CellKind.Choice => string.Join(',', column.Options),
        _ => null,
    };
}
