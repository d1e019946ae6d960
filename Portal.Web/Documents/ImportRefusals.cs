using Portal.Domain.Common;

namespace Portal.Web.Documents;

/// <summary>Sheets that are not read.</summary>
internal static class ImportRefusals
{
    public static Refusal NotASheet { get; } = new("Import.NotASheet");

    public static Refusal Empty { get; } = new("Import.Empty");

    public static Refusal TooManyRows(int most) => new("Import.TooManyRows", null, most);

    public static Refusal ColumnsMissing(string columns) => new("Import.ColumnsMissing", null, columns);
}
