using Portal.Domain.Common;

namespace Portal.Domain.Administration;

/// <summary>What becomes of one row of a workbook.</summary>
/// <param name="Sheet">Key of the sheet; empty for what concerns no row of the file.</param>
/// <param name="SheetName">Its name in the file.</param>
/// <param name="Line">Number of the row in the sheet; 0 for what concerns none.</param>
/// <param name="Changes">Every value of a new row, and what differs of one that is there.</param>
/// <param name="Errors">Paths are columns. With one of them nothing of the workbook is stored.</param>
/// <param name="Notes">What should be looked at and holds nothing up.</param>
public sealed record ImportRow(
    string Sheet, string SheetName, int Line, string Id, string Name, ImportOutcome Outcome, IReadOnlyList<ImportChange> Changes,
    IReadOnlyList<FieldError> Errors, IReadOnlyList<FieldError> Notes);
