using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents.Workbook;

/// <summary>
/// The workbook of the organisation to be filled in: a sheet for each list with what the portal has, a note and an example over each
/// heading, drop-downs for choices and for what other sheets name. Every cell holds a text or a number and none a formula.
/// </summary>
public sealed class WorkbookWriter(WorkbookWords words)
{
    /// <summary>Row of the headings; notes and examples stand above, so that they are not read.</summary>
    public const int HeadingRow = 4;

    private const int LastRow = 3000;
    private const int LongestText = 32_000;
    private const int Narrow = 16;
    private const int Wide = 34;
    private const int GuideWidth = 110;
    private static readonly string[] NameColumns = ["name", "fullName", "number"];

    /// <param name="rows">What the portal has.</param>
    /// <param name="only">The one sheet that is wanted; null for all, with the guide.</param>
    public byte[] Write(WorkbookRows rows, string? only = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Make();
            var sheets = new Spreadsheet.Sheets();
            if (only is null)
            {
                Add(book, sheets, words["workbook.guide"], Guide());
            }

            var names = OrganisationWorkbook.NamesOf(words.Sheets, rows);
            var shown = words.Sheets.Where(s => only is null || s.Key == only).OrderBy(s => s.Order).ToList();
            var lists = new ChoiceLists(words, shown);
            foreach (var sheet in shown)
            {
                Add(book, sheets, words.NameOf(sheet), Table(sheet, sheet.Export(rows, names), shown, lists));
            }

            Add(book, sheets, words["workbook.lists"], lists.Make()).State = Spreadsheet.SheetStateValues.Hidden;
            book.Workbook = new Spreadsheet.Workbook(sheets);
        }

        return stream.ToArray();
    }

    private static Spreadsheet.Sheet Add(WorkbookPart book, Spreadsheet.Sheets sheets, string name, Spreadsheet.Worksheet content)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = content;
        var sheet = new Spreadsheet.Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part) };
        sheets.Append(sheet);
        return sheet;
    }

    private Spreadsheet.Worksheet Guide()
    {
        var lines = new[] { (words["workbook.title"], WorkbookStyles.Title) }
            .Concat(words["workbook.guide-text"].Split('\n').Select(l => (l, WorkbookStyles.Paragraph)))
            .Concat(words.Sheets.OrderBy(s => s.Order)
                .Select(s => ($"{words.NameOf(s)}: {words[$"workbook-hint.{s.Key}"]}", WorkbookStyles.Paragraph)));
        return new Spreadsheet.Worksheet(
            new Spreadsheet.Columns(new Spreadsheet.Column { Min = 1, Max = 1, Width = GuideWidth, CustomWidth = true }),
            new Spreadsheet.SheetData(lines.Select((l, i) => RowOf(i + 1, [Cell(l.Item1, l.Item2)]))));
    }

    private Spreadsheet.Worksheet Table(
        IWorkbookSheet sheet, IEnumerable<IReadOnlyDictionary<string, string>> rows, IReadOnlyList<IWorkbookSheet> shown, ChoiceLists lists)
    {
        var columns = sheet.Columns;
        var head = new[]
        {
            RowOf(1, [Cell($"{words.NameOf(sheet)}. {words[$"workbook-hint.{sheet.Key}"]}", WorkbookStyles.Title)]),
            RowOf(2, [.. columns.Select(c => Cell(NoteOf(c), WorkbookStyles.Note))]),
            RowOf(3, [.. columns.Select(c => Cell(Example(sheet, c), WorkbookStyles.Note))]),
            RowOf(HeadingRow, [.. columns.Select(c => Cell(
                words.HeadingOf(c), c.IsRequired ? WorkbookStyles.NeededHeading : WorkbookStyles.Heading))]),
        };
        var data = rows.Select((r, i) => RowOf(HeadingRow + 1 + i, [.. columns.Select(c => Cell(c, r[c.Key]))]));
        var made = new Spreadsheet.Worksheet(
            new Spreadsheet.SheetViews(new Spreadsheet.SheetView(new Spreadsheet.Pane
            {
                VerticalSplit = HeadingRow,
                TopLeftCell = $"A{HeadingRow + 1}",
                ActivePane = Spreadsheet.PaneValues.BottomLeft,
                State = Spreadsheet.PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 }),
            new Spreadsheet.Columns(columns.Select((c, i) => new Spreadsheet.Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = WidthOf(c),
                CustomWidth = true,
                Style = StyleOf(c),
            })),
            new Spreadsheet.SheetData([.. head, .. data]));
        if (DropDowns(columns, shown, lists) is { ChildElements.Count: > 0 } dropDowns)
        {
            made.Append(dropDowns);
        }

        return made;
    }

    private string NoteOf(WorkbookColumn column)
    {
        var parts = new[]
        {
            column.IsRequired ? words["workbook-note.required"] : "",
            words[$"workbook-note.{column.Kind}"],
            column.Of.Length > 0 ? words.NameOf(words.Sheets.First(s => s.Key == column.Of)) : "",
        };
        return string.Join("; ", parts.Where(p => p.Length > 0));
    }

    private string Example(IWorkbookSheet sheet, WorkbookColumn column) =>
        words.ExampleOf(sheet, column) is { Length: > 0 } example ? $"{words["workbook-note.example"]} {example}" : "";

    private static double WidthOf(WorkbookColumn column) => column.Kind switch
    {
        CellKind.Text or CellKind.Reference or CellKind.Choices => Wide,
        CellKind.Choice => Wide * 3 / 4,
        _ => Narrow,
    };

    private static uint StyleOf(WorkbookColumn column) => column.Kind switch
    {
        CellKind.Day => WorkbookStyles.Day,
        _ => WorkbookStyles.Text,
    };

    // Choices of their own may not be departed from; of what another sheet names the code does as well.
    private Spreadsheet.DataValidations DropDowns(
        IReadOnlyList<WorkbookColumn> columns, IReadOnlyList<IWorkbookSheet> shown, ChoiceLists lists)
    {
        var made = new Spreadsheet.DataValidations();
        foreach (var (column, i) in columns.Select((c, i) => (c, i)))
        {
            var isReference = column.Kind == CellKind.Reference;
            if ((isReference ? NamesOf(shown.FirstOrDefault(s => s.Key == column.Of)) : lists.RangeOf(column)) is not { } range)
            {
                continue;
            }

            made.Append(new Spreadsheet.DataValidation(new Spreadsheet.Formula1(range))
            {
                Type = Spreadsheet.DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = !isReference,
                SequenceOfReferences = new ListValue<StringValue>([$"{NameOf(i + 1)}{HeadingRow + 1}:{NameOf(i + 1)}{LastRow}"]),
            });
        }

        made.Count = (uint)made.ChildElements.Count;
        return made;
    }

    private string? NamesOf(IWorkbookSheet? sheet)
    {
        if (sheet is null)
        {
            return null;
        }

        var column = NameOf(sheet.Columns.Select(c => c.Key).ToList().FindIndex(NameColumns.Contains) + 1);
        return $"{Quoted(words.NameOf(sheet))}!${column}${HeadingRow + 1}:${column}${LastRow}";
    }

    internal static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    internal static Spreadsheet.Row RowOf(int number, IReadOnlyList<Spreadsheet.Cell> cells)
    {
        foreach (var (cell, i) in cells.Select((c, i) => (c, i)))
        {
            cell.CellReference = $"{NameOf(i + 1)}{number}";
        }

        return new Spreadsheet.Row(cells) { RowIndex = (uint)number };
    }

    private Spreadsheet.Cell Cell(WorkbookColumn column, string value)
    {
        if (column.Kind == CellKind.Day && value.Length > 0)
        {
            var day = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue);
            return new Spreadsheet.Cell(new Spreadsheet.CellValue(day.ToOADate().ToString(CultureInfo.InvariantCulture)))
            {
                StyleIndex = WorkbookStyles.Day,
            };
        }

        return Cell(words.Shown(column, value), StyleOf(column));
    }

    internal static Spreadsheet.Cell Cell(string value, uint style)
    {
        var text = PlainText.Clean(value);
        if (text.Length == 0)
        {
            return new Spreadsheet.Cell { StyleIndex = style };
        }

        return new Spreadsheet.Cell(new Spreadsheet.InlineString(
            new Spreadsheet.Text(text.Length <= LongestText ? text : text[..LongestText]) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = Spreadsheet.CellValues.InlineString,
            StyleIndex = style,
        };
    }

    // A, B … Z, AA, AB …
    internal static string NameOf(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : NameOf((column - 1) / 26) + NameOf(((column - 1) % 26) + 1);
}
