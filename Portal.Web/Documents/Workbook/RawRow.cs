using Portal.Domain.Administration.Workbook;

namespace Portal.Web.Documents.Workbook;

/// <param name="Number">Number of the row, from 1.</param>
/// <param name="Cells">Cells by the number of their column, from 1; empty ones are missing.</param>
public sealed record RawRow(int Number, bool IsHidden, Dictionary<int, WorkbookCell> Cells);
