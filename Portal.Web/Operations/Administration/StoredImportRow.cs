namespace Portal.Web.Operations.Administration;

/// <summary>A workbook that was taken in, as its list shows it.</summary>
/// <param name="At">UTC.</param>
/// <param name="TakenBackAt">UTC; null while it stands.</param>
public sealed record StoredImportRow(
    Guid Id, string Person, DateTime At, string FileName, int NewRows, int ChangedRows, DateTime? TakenBackAt, string? TakenBackBy);
