namespace Portal.Domain.Administration.Workbook;

/// <summary>One row of a sheet below its headings.</summary>
/// <param name="Number">Number that the spreadsheet program shows beside it.</param>
/// <param name="IsHidden">Hidden in the file, by hand or by a filter; it is read all the same.</param>
/// <param name="Cells">By column key; only what the sheet has a column for.</param>
public sealed record WorkbookLine(int Number, bool IsHidden, IReadOnlyDictionary<string, WorkbookCell> Cells);
