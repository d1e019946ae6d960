namespace Portal.Domain.Administration;

/// <summary>What a workbook changes, row by row.</summary>
public sealed record ImportReport(IReadOnlyList<ImportRow> Rows)
{
    public bool HasErrors => Rows.Any(r => r.Outcome == ImportOutcome.Wrong);

    /// <summary>Whether there is something to be stored.</summary>
    public bool ChangesAnything => Rows.Any(r => r.Outcome is ImportOutcome.New or ImportOutcome.Changed);

    /// <summary>The rows were stored; false after a trial.</summary>
    public bool IsStored { get; init; }

    public int Count(ImportOutcome outcome) => Rows.Count(r => r.Outcome == outcome);

    public int Count(string sheet, ImportOutcome outcome) => Rows.Count(r => r.Sheet == sheet && r.Outcome == outcome);
}
