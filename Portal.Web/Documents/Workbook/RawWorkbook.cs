using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;
using Portal.Web.Operations.Files;

namespace Portal.Web.Documents.Workbook;

/// <summary>Reads the cells of an untrusted .xlsx: dates of either date system, merged cells, hidden rows, results of formulas.</summary>
public static class RawWorkbook
{
    private const int MostColumns = 200;
    private const int MostRows = 50_000;
    /// <summary>All parts together, unpacked: what is read of them lies in memory.</summary>
    private const long MaxUnpackedBytes = 64L * 1024 * 1024;

    private const int MostMerged = 5_000;
    private const int MostLines = 5_000;

    // Days between the two ways in which workbooks count days.
    private const int DaysBefore1904 = 1462;

    /// <returns>The sheets in their order; a refusal where the file is none that is taken, or has too many rows.</returns>
    public static Result<IReadOnlyList<RawSheet>> Read(Stream file)
    {
        try
        {
            if (OfficeDocument.Check(file, "xl/workbook.xml") is { } refusal)
            {
                return refusal == FileRefusals.WrongType ? ImportRefusals.NotASheet : refusal;
            }

            if (UnpackedBytes(file) > MaxUnpackedBytes)
            {
                return FileRefusals.TooLargeUnpacked(MaxUnpackedBytes / 1024 / 1024);
            }

            file.Position = 0;
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            var book = document.WorkbookPart!;
            var looks = new CellLooks(book.WorkbookStylesPart);
            var texts = new SharedTexts(book.SharedStringTablePart);
            var is1904 = book.Workbook!.WorkbookProperties?.Date1904?.Value == true;
            var sheets = new List<RawSheet>();
            var left = MostRows;
            foreach (var sheet in book.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
            {
                if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part)
                {
                    var rows = ReadSheet(part, new CellReader(looks, texts, is1904), left);
                    left -= rows?.Count ?? 0;
                    if (rows is null)
                    {
                        return ImportRefusals.TooManyRows(MostRows);
                    }

                    sheets.Add(new RawSheet(sheet.Name?.Value ?? "", rows));
                }
            }

            return sheets.Count == 0 ? ImportRefusals.Empty : sheets;
        }
        catch (Exception e) when (IsOfBrokenWorkbook(e))
        {
            return ImportRefusals.NotASheet;
        }
    }

    // The parts were read by the check: they are as long as they say.
    private static long UnpackedBytes(Stream file)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.Sum(e => e.Length);
    }

    /// <returns>Rows with something in them; null where there are more than that.</returns>
    private static List<RawRow>? ReadSheet(WorksheetPart part, CellReader cells, int most)
    {
        var (rows, merged) = (new List<RawRow>(), new List<string>());
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                number = (int)(row.RowIndex?.Value ?? (uint)(number + 1));
                if (cells.Read(row, MostColumns) is { Count: > 0 } found)
                {
                    rows.Add(new RawRow(number, row.Hidden?.Value == true, found));
                }
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(MergeCell)
                && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } range })
            {
                merged.Add(range);
            }

            if (rows.Count > most)
            {
                return null;
            }
        }

        Unmerge(rows, merged);
        return rows;
    }

    // A cell that goes over several rows counts for each of them that has something else in it.
    private static void Unmerge(List<RawRow> rows, List<string> merged)
    {
        var byNumber = rows.DistinctBy(r => r.Number).ToDictionary(r => r.Number);
        foreach (var range in merged.Take(MostMerged).Select(m => m.Split(':')).Where(r => r.Length == 2))
        {
            var (from, to) = (CellReader.Place(range[0]), CellReader.Place(range[1]));
            if (byNumber.GetValueOrDefault(from.Row)?.Cells.GetValueOrDefault(from.Column) is not { } cell)
            {
                continue;
            }

            for (var number = from.Row + 1; number <= Math.Min(to.Row, from.Row + MostLines); number++)
            {
                byNumber.GetValueOrDefault(number)?.Cells.TryAdd(from.Column, cell);
            }
        }
    }

    /// <summary>Any exception from the reader means that the workbook is broken, not the portal.</summary>
    private static bool IsOfBrokenWorkbook(Exception e) => e is InvalidDataException
        or OpenXmlPackageException
        or System.Xml.XmlException
        or FormatException
        or NotSupportedException
        or IOException
        or KeyNotFoundException
        or ArgumentException
        or InvalidOperationException
        or NullReferenceException
        or IndexOutOfRangeException
        or OverflowException;

    /// <summary>Cells of one workbook, as they are shown.</summary>
    private sealed class CellReader(CellLooks looks, SharedTexts texts, bool is1904)
    {
        public Dictionary<int, WorkbookCell> Read(Row row, int most)
        {
            var (cells, column) = (new Dictionary<int, WorkbookCell>(), 0);
            foreach (var cell in row.Elements<Cell>())
            {
                column = cell.CellReference?.Value is { } place ? Place(place).Column : column + 1;
                if (column <= most && Of(cell) is { IsEmpty: false } found)
                {
                    cells[column] = found;
                }
            }

            return cells;
        }

        /// <summary>B12: column 2, row 12.</summary>
        public static (int Column, int Row) Place(string reference)
        {
            var letters = reference.TakeWhile(c => !char.IsDigit(c)).Where(char.IsAsciiLetter).ToList();
            var column = letters.Take(3).Aggregate(0, (n, c) => (n * 26) + char.ToUpperInvariant(c) - 'A' + 1);
            var digits = string.Concat(reference.Where(char.IsDigit));
            return (column, int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0);
        }

        private WorkbookCell Of(Cell cell)
        {
            var (look, value) = (cell.StyleIndex?.Value ?? 0, cell.CellValue?.Text ?? "");
            var type = cell.DataType?.Value ?? CellValues.Number;
            if (type == CellValues.SharedString)
            {
                return Text(texts.At(int.Parse(value, CultureInfo.InvariantCulture)), look);
            }

            if (type == CellValues.InlineString)
            {
                return Text(cell.InlineString is { } inline ? SharedTexts.Of(inline) : ("", ""), look);
            }

            if (type == CellValues.Error)
            {
                return new WorkbookCell(value) { IsError = true };
            }

            return type == CellValues.Number ? Number(value, look) : Text((value, ""), look);
        }

        private WorkbookCell Text((string Text, string Font) text, uint look) =>
            new(text.Text) { Font = text.Font.Length > 0 ? text.Font : looks.FontOf(look) };

        private WorkbookCell Number(string value, uint look)
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return new WorkbookCell(value);
            }

            if (looks.IsDay(look) && DayOf(number) is { } day)
            {
                return new WorkbookCell(day.ToString(looks.IsMonthOnly(look) ? "MM/yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture))
                {
                    Day = day,
                    IsMonthOnly = looks.IsMonthOnly(look),
                };
            }

            return new WorkbookCell(number.ToString("0.##########", CultureInfo.InvariantCulture)) { IsNumber = true };
        }

        private DateOnly? DayOf(double number)
        {
            var days = number + (is1904 ? DaysBefore1904 : 0);
            return days is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate(days)) : null;
        }
    }
}
