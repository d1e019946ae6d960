namespace Portal.Domain.Administration;

/// <summary>A row of the organisation that an act changes.</summary>
/// <param name="Sheet">Key of the sheet of the workbook that it stands in.</param>
/// <param name="Values">What differs; of a row that is added or removed all that it says.</param>
public sealed record ChangedRow(string Sheet, string Name, RowChange Change, IReadOnlyList<ChangedValue> Values);
