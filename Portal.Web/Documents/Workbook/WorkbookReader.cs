using System.Text.RegularExpressions;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;

namespace Portal.Web.Documents.Workbook;

/// <summary>
/// Finds the sheets of the workbook in a file, whatever stands before them and above their headings. A sheet is known by its name, else by
/// its headings.
/// </summary>
public sealed partial class WorkbookReader(WorkbookWords words)
{
    private const int DeepestHeading = 20;

    /// <param name="name">Name of the file.</param>
    /// <param name="preferred">Sheet that is meant where headings alone would do for several; null for none.</param>
    public Result<WorkbookFile> Read(Stream file, string name, string? preferred = null)
    {
        var raw = RawWorkbook.Read(file);
        if (!raw.IsSuccess)
        {
            return raw.Refusal;
        }

        var (tables, passed) = (new List<WorkbookTable>(), new List<string>());
        foreach (var sheet in raw.Value.Where(s => s.Rows.Count > 0 && !words.IsAside(s.Name)))
        {
            if (words.SheetOf(sheet.Name) is { } known)
            {
                if (Find(sheet, known) is not { } place)
                {
                    return ImportRefusals.ColumnsMissing(sheet.Name, Needed(known));
                }

                tables.Add(Table(sheet, known, place));
            }
            else if (Likeliest(sheet, preferred) is { } likely)
            {
                tables.Add(Table(sheet, likely.Sheet, likely.Place));
            }
            else
            {
                passed.Add(sheet.Name);
            }
        }

        if (tables.Count == 0)
        {
            return ImportRefusals.NothingKnown(string.Join(", ", words.Sheets.Select(words.NameOf)));
        }

        if (tables.Sum(t => t.Lines.Count) > WorkbookTable.MaxLines)
        {
            return ImportRefusals.TooManyRows(WorkbookTable.MaxLines);
        }

        return tables.TrueForAll(t => t.Lines.Count == 0) ? ImportRefusals.Empty : new WorkbookFile(name, tables, passed);
    }

    private string Needed(IWorkbookSheet sheet) =>
        string.Join(", ", sheet.Columns.Where(c => c.IsRequired).Select(words.HeadingOf));

    // The sheet with the most of its headings there; the one that is meant before others.
    private (IWorkbookSheet Sheet, HeadingPlace Place)? Likeliest(RawSheet sheet, string? preferred)
    {
        var found = words.Sheets.Select(s => (Sheet: s, Place: Find(sheet, s))).Where(f => f.Place is not null)
            .OrderByDescending(f => f.Sheet.Key == preferred)
            .ThenByDescending(f => f.Place!.Columns.Count)
            .ThenByDescending(f => f.Sheet.Key == AreaSheet.SheetKey)
            .ThenBy(f => f.Sheet.Order).ToList();
        return found.Count == 0 ? null : (found[0].Sheet, found[0].Place!);
    }

    private HeadingPlace? Find(RawSheet raw, IWorkbookSheet sheet)
    {
        for (var i = 0; i < raw.Rows.Count && raw.Rows[i].Number <= DeepestHeading; i++)
        {
            var columns = ColumnsOf(raw.Rows[i], sheet);
            var below = i + 1 < raw.Rows.Count ? ColumnsOf(raw.Rows[i + 1], sheet) : [];

            // Headings in two rows: one over several others.
            var isDouble = below.Count > 0 && raw.Rows[i + 1].Cells.Count <= below.Count + columns.Count
                && raw.Rows[i + 1].Cells.All(c => words.ColumnOf(sheet, c.Value.Text) is not null);
            var all = isDouble ? below.Concat(columns).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Value) : columns;
            if (sheet.IsHeading(all.Values.ToHashSet()))
            {
                return new HeadingPlace(i + (isDouble ? 1 : 0), i, all);
            }
        }

        return null;
    }

    private Dictionary<int, string> ColumnsOf(RawRow row, IWorkbookSheet sheet) => row.Cells
        .Select(c => (c.Key, Column: words.ColumnOf(sheet, c.Value.Text))).Where(c => c.Column is not null)
        .OrderBy(c => c.Key).DistinctBy(c => c.Column).ToDictionary(c => c.Key, c => c.Column!);

    private static WorkbookTable Table(RawSheet raw, IWorkbookSheet sheet, HeadingPlace place)
    {
        var lines = raw.Rows.Skip(place.Last + 1).Where(r => !IsCount(r))
            .Select(r => new WorkbookLine(r.Number, r.IsHidden, r.Cells.Where(c => place.Columns.ContainsKey(c.Key))
                .ToDictionary(c => place.Columns[c.Key], c => c.Value)))
            .Where(l => l.Cells.Count > 0).ToList();
        var unknown = raw.Rows[place.First].Cells.Where(c => !place.Columns.ContainsKey(c.Key)).Select(c => c.Value.Text.Trim())
            .Where(t => t.Length > 0 && !IsRunningNumber().IsMatch(VietnameseText.Fold(t))).Distinct();
        return new WorkbookTable(sheet.Key, raw.Name, [.. place.Columns.Values], [.. unknown], lines);
    }

    // Below the headings the columns are often counted: (1), (2), A, B.
    private static bool IsCount(RawRow row) => row.Cells.Count > 1 && row.Cells.Values.All(c => Counted().IsMatch(c.Text.Trim()));

    [GeneratedRegex(@"^(\(?\d{1,2}\)?|[A-H])$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(s?tt|so tt|so thu tu|no\.?|#)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex IsRunningNumber();

    /// <summary>Where the headings stand.</summary>
    /// <param name="Last">Index of their last row.</param>
    /// <param name="First">Index of their first row.</param>
    private sealed record HeadingPlace(int Last, int First, Dictionary<int, string> Columns);
}
