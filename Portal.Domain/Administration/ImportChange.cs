using Portal.Domain.Administration.Workbook;

namespace Portal.Domain.Administration;

/// <summary>
/// One value that an import changes: days as <c>yyyy-MM-dd</c>, choices by their stable names, references by their labels.
/// </summary>
/// <param name="Before">Empty for a new row.</param>
public sealed record ImportChange(WorkbookColumn Column, string Before, string After);
