using Portal.Domain.Common;

namespace Portal.Domain.Administration;

/// <summary>What becomes of one row of a sheet.</summary>
/// <param name="Line">Row of the sheet, the heading being 1.</param>
/// <param name="Changes">Column, what was, what will be.</param>
/// <param name="Errors">Paths are columns.</param>
public sealed record ImportRow(
    int Line, string Id, string Name, ImportOutcome Outcome, IReadOnlyList<(string Column, string Before, string After)> Changes,
    IReadOnlyList<FieldError> Errors);
