namespace Portal.Domain.Administration;

public sealed record ImportReport(IReadOnlyList<ImportRow> Rows)
{
    public bool HasErrors => Rows.Any(r => r.Outcome == ImportOutcome.Wrong);

    /// <summary>Stored, not only tried.</summary>
    public bool IsStored { get; init; }

    public int Count(ImportOutcome outcome) => Rows.Count(r => r.Outcome == outcome);
}
