namespace Portal.Domain.Administration;

public sealed record ImportReport(IReadOnlyList<ImportRow> Rows)
{
    public bool HasErrors => Rows.Any(r => r.Outcome == ImportOutcome.Wrong);

    /// <summary>The rows were stored; false after a trial.</summary>
    public bool IsStored { get; init; }

    public int Count(ImportOutcome outcome) => Rows.Count(r => r.Outcome == outcome);
}
