namespace Portal.Web.Documents.Workbook;

/// <summary>A sheet of a file as it lies there.</summary>
public sealed record RawSheet(string Name, IReadOnlyList<RawRow> Rows);
