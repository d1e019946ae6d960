using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>A row of the file and what it became.</summary>
/// <param name="Row">The row of the organisation; null where the row of the file was not taken.</param>
/// <param name="Before">What it was, by column; empty for a new one.</param>
/// <param name="Names">Code and name, as its line in the report bears them.</param>
internal sealed record TakenRow(
    WorkbookReading Reading, IWorkbookSheet Sheet, object? Row, IReadOnlyDictionary<string, string> Before, (string Id, string Name) Names)
{
    public bool IsNew => Row is not null && Before.Count == 0;

    public bool IsChanged { get; init; }

    public IReadOnlyList<ImportChange> Changes { get; init; } = [];

    public void Refuse(string column, Refusal refusal) =>
        Reading.Errors.Add(new FieldError(column, refusal.Code, refusal.Clause, refusal.Args));
}
