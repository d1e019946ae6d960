namespace Portal.Domain.Administration.Workbook;

/// <summary>A sheet of the file that was recognised.</summary>
/// <param name="Sheet">Key of the sheet that it is.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Columns">Keys of the columns that it has; the others are left alone.</param>
/// <param name="Unknown">Headings that mean nothing here.</param>
public sealed record WorkbookTable(
    string Sheet, string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Unknown, IReadOnlyList<WorkbookLine> Lines)
{
    /// <summary>Rows of all sheets together at most.</summary>
    public const int MaxLines = 20_000;
}
