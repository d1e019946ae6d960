namespace Portal.Domain.Administration;

/// <summary>One value of a row: days as <c>yyyy-MM-dd</c>, choices by their stable names, references by their labels.</summary>
/// <param name="Column">Key of the column of the workbook.</param>
public sealed record ChangedValue(string Column, string Before, string After);
