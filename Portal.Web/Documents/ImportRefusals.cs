using Portal.Domain.Common;

namespace Portal.Web.Documents;

/// <summary>Workbooks that are not read.</summary>
internal static class ImportRefusals
{
    public static Refusal NotASheet { get; } = new("Import.NotASheet");

    public static Refusal Empty { get; } = new("Import.Empty");

    public static Refusal TooManyRows(int most) => new("Import.TooManyRows", null, most);

    /// <summary>A sheet bears the name of one of the workbook, and not its headings.</summary>
    public static Refusal ColumnsMissing(string sheet, string columns) => new("Import.ColumnsMissing", null, sheet, columns);

    public static Refusal NothingKnown(string sheets) => new("Import.NothingKnown", null, sheets);
}
