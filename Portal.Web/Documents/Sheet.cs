using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Portal.Domain.Common;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents;

/// <summary>
/// Tables as an office prints them: the head above, rows counted, A4 across and as wide as the page, the headings on each page, long texts
/// in several lines. Every cell holds a text or a number and none a formula.
/// </summary>
internal static class Sheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The row of the headings where the head stands above them.</summary>
    public const int HeadingRow = 6;

    private const int LongestText = 32_000;
    private const int NumberWidth = 6;
    private const int Narrowest = 9;
    private const int Widest = 48;
    private const int HeadWidth = 34;

    public static byte[] Of(SheetHead head, params IReadOnlyList<SheetTable> tables)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Make();
            var (sheets, names) = (new Spreadsheet.Sheets(), new Spreadsheet.DefinedNames());
            foreach (var (table, i) in tables.Select((t, i) => (t, (uint)i)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                using (var writer = OpenXmlWriter.Create(part))
                {
                    Write(writer, head, table, tables.Count > 1);
                }

                sheets.Append(new Spreadsheet.Sheet { Name = table.Name, SheetId = i + 1, Id = book.GetIdOfPart(part) });
                var quoted = table.Name.Replace("'", "''", StringComparison.Ordinal);
                names.Append(new Spreadsheet.DefinedName($"'{quoted}'!${HeadingRow}:${HeadingRow}")
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = i,
                });
            }

            book.Workbook = new Spreadsheet.Workbook(sheets, names);
        }

        return stream.ToArray();
    }

    private static void Write(OpenXmlWriter writer, SheetHead head, SheetTable table, bool isOneOfSeveral)
    {
        var widths = WidthsOf(table);
        writer.WriteStartElement(new Spreadsheet.Worksheet());
        writer.WriteElement(new Spreadsheet.SheetProperties(new Spreadsheet.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new Spreadsheet.SheetViews(new Spreadsheet.SheetView(new Spreadsheet.Pane
        {
            VerticalSplit = HeadingRow,
            TopLeftCell = $"A{HeadingRow + 1}",
            ActivePane = Spreadsheet.PaneValues.BottomLeft,
            State = Spreadsheet.PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Spreadsheet.Columns(widths.Select((w, i) =>
            new Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })));
        writer.WriteStartElement(new Spreadsheet.SheetData());
        WriteHead(writer, head, isOneOfSeveral ? table.Name : "");
        WriteRows(writer, head, table);
        writer.WriteEndElement();
        writer.WriteElement(Merged(widths));
        WritePage(writer, head);
        writer.WriteEndElement();
    }

    private static void WriteHead(OpenXmlWriter writer, SheetHead head, string name)
    {
        (string Text, uint Style)[] lines =
        [
            (head.Superior, SheetStyles.Centred), (head.Issuer, SheetStyles.CentredBold), (head.Title, SheetStyles.Title),
            (name, SheetStyles.CentredBold), (head.MadeOn, SheetStyles.CentredItalic),
        ];
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            writer.WriteElement(RowOf(i + 1, [Cell(line.Text, line.Style)]));
        }
    }

    private static void WriteRows(OpenXmlWriter writer, SheetHead head, SheetTable table)
    {
        writer.WriteElement(RowOf(HeadingRow, [.. table.Headings.Prepend(head.Number).Select(h => Cell(h, SheetStyles.Heading))]));
        foreach (var (row, i) in table.Rows.Select((r, i) => (r, i)))
        {
            writer.WriteElement(RowOf(
                HeadingRow + 1 + i, [Cell(i + 1, SheetStyles.Counted), .. row.Select(v => Cell(v, SheetStyles.Text))]));
        }

        if (table.Totalled.Count > 0 && table.Rows.Count > 0)
        {
            object? Total(int column) => table.Totalled.Contains(column)
                ? table.Rows.Sum(r => Convert.ToInt64(r[column] ?? 0, CultureInfo.InvariantCulture))
                : null;
            object?[] totals = [.. Enumerable.Range(0, table.Headings.Count).Select(Total)];
            totals[0] ??= head.Total;
            writer.WriteElement(RowOf(
                HeadingRow + 1 + table.Rows.Count, [.. totals.Prepend(null).Select(v => Cell(v, SheetStyles.Bold))]));
        }
    }

    // Twenty millimetres at the side of the binding, fifteen around; the number of the page at its foot.
    private static void WritePage(OpenXmlWriter writer, SheetHead head)
    {
        static string Literal(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
        writer.WriteElement(new Spreadsheet.PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new Spreadsheet.PageMargins
        {
            Left = 0.79,
            Right = 0.59,
            Top = 0.59,
            Bottom = 0.59,
            Header = 0.39,
            Footer = 0.31,
        });
        writer.WriteElement(new Spreadsheet.PageSetup
        {
            PaperSize = 9,
            Orientation = Spreadsheet.OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        var pages = new Spreadsheet.HeaderFooter();
        pages.Append(new Spreadsheet.OddFooter($"&R{Literal(head.Page)} &P/&N"));
        writer.WriteElement(pages);
    }

    // The office stands over the first columns, the title over all of them.
    private static Spreadsheet.MergeCells Merged(List<double> widths)
    {
        var last = NameOf(widths.Count);
        var (few, width) = (0, 0.0);
        while (few < widths.Count && width < HeadWidth)
        {
            width += widths[few++];
        }

        return new Spreadsheet.MergeCells(
            new[] { $"A1:{NameOf(few)}1", $"A2:{NameOf(few)}2", $"A3:{last}3", $"A4:{last}4", $"A5:{last}5" }
                .Select(r => new Spreadsheet.MergeCell { Reference = r }));
    }

    private static List<double> WidthsOf(SheetTable table) =>
    [
        NumberWidth,
        .. table.Headings.Select((heading, i) => (double)Math.Clamp(
            table.Rows.Select(r => LongestLine(r[i])).DefaultIfEmpty().Max() + 2,
            Math.Max(Narrowest, heading.Split(' ').Max(w => w.Length) + 3),
            Math.Max(Widest, heading.Split(' ').Max(w => w.Length) + 3))),
    ];

    private static int LongestLine(object? value) => value switch
    {
        null => 0,
        string text => text.Split('\n').Max(l => l.Length),
        DateTime => 18,
        _ => value.ToString()!.Length,
    };

    private static Spreadsheet.Row RowOf(int number, IReadOnlyList<Spreadsheet.Cell> cells)
    {
        foreach (var (cell, i) in cells.Select((c, i) => (c, i)))
        {
            cell.CellReference = $"{NameOf(i + 1)}{number}";
        }

        return new Spreadsheet.Row(cells) { RowIndex = (uint)number };
    }

    // A, B … Z, AA, AB …
    private static string NameOf(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : NameOf((column - 1) / 26) + NameOf(((column - 1) % 26) + 1);

    private static Spreadsheet.Cell Cell(object? value, uint style)
    {
        var number = value switch
        {
            DateTime at => at.ToOADate().ToString(CultureInfo.InvariantCulture),
            int or long or uint => Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (number is not null)
        {
            return new Spreadsheet.Cell(new Spreadsheet.CellValue(number))
            {
                StyleIndex = value is DateTime ? SheetStyles.Moment : style,
            };
        }

        // What was stored before texts were cleaned on entry may hold characters that no workbook opens with.
        var text = PlainText.Clean(value?.ToString() ?? "");
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
}
