using MiniExcelLibs;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Web.Operations.Files;

namespace Portal.Web.Documents;

/// <summary>Areas and people as a spreadsheet, out and in again. The first row names the columns.</summary>
public static class OrganisationSheets
{
    public static byte[] Write(
        SheetHead head, OrganisationDirectory directory, string register, DateOnly day, Func<string, string> heading) =>
        Sheet.Of(head with { IsOnPagesOnly = true }, SheetTable.Of(
            register,
            OrganisationImport.Export(directory, register, day),
            [.. OrganisationImport.Columns(register).Select(
                c => new SheetColumn<IReadOnlyDictionary<string, string>>(heading(c), r => r[c]))]));

    /// <summary>
    /// The rows by column. Columns that are not known are passed over, as are empty rows; the code and the name have to be there.
    /// </summary>
    public static Result<IReadOnlyList<IReadOnlyDictionary<string, string>>> Read(
        Stream file, string register, Func<string, string> heading)
    {
        var columns = OrganisationImport.Columns(register);
        var byHeading = columns.ToDictionary(c => VietnameseText.Fold(heading(c)));
        try
        {
            if (OfficeDocument.Check(file, "xl/workbook.xml") is { } refusal)
            {
                return refusal == FileRefusals.WrongType ? ImportRefusals.NotASheet : refusal;
            }

            file.Position = 0;
            return ReadRows(file.Query(useHeaderRow: true), columns, byHeading, heading);
        }
        catch (Exception e) when (IsOfBrokenWorkbook(e))
        {
            return ImportRefusals.NotASheet;
        }
    }

    private static Result<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadRows(
        IEnumerable<dynamic> sheet, IReadOnlyList<string> columns, Dictionary<string, string> byHeading, Func<string, string> heading)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (IDictionary<string, object?> row in sheet)
        {
            var cells = Cells(row, byHeading);
            if (rows.Count == 0 && columns.Take(2).Any(c => !cells.ContainsKey(c)))
            {
                return ImportRefusals.ColumnsMissing(
                    string.Join(", ", columns.Take(2).Where(c => !cells.ContainsKey(c)).Select(heading)));
            }

            if (rows.Count >= OrganisationImport.MaxRows)
            {
                return ImportRefusals.TooManyRows(OrganisationImport.MaxRows);
            }

            rows.Add(cells);
        }

        // Empty rows at the end are left behind by deleting; one in the middle keeps the numbers of the rows right.
        while (rows.Count > 0 && rows[^1].Values.All(v => v.Length == 0))
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows.Count == 0 ? ImportRefusals.Empty : rows;
    }

    private static Dictionary<string, string> Cells(IDictionary<string, object?> row, Dictionary<string, string> byHeading)
    {
        var cells = new Dictionary<string, string>();
        foreach (var (name, value) in row)
        {
            if (byHeading.TryGetValue(VietnameseText.Fold(name), out var column))
            {
                cells[column] = value is DateTime at
                    ? at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                    : value?.ToString()?.Trim() ?? "";
            }
        }

        return cells;
    }

    // Any exception from the reader means that the workbook is broken, not the portal.
    private static bool IsOfBrokenWorkbook(Exception e) => e is InvalidDataException
        or System.Xml.XmlException
        or FormatException
        or NotSupportedException
        or IOException
        or KeyNotFoundException
        or ArgumentException
        or InvalidOperationException
        or NullReferenceException
        or IndexOutOfRangeException;
}
