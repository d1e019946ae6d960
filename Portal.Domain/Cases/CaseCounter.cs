namespace Portal.Domain.Cases;

/// <summary>Counts of internal numbers: one row per prefix and year.</summary>
public sealed class CaseCounter
{
    public required string Prefix { get; init; }

    public required int Year { get; init; }

    public int Last { get; private set; }

    /// <summary>The next number, without gaps: the row changes in the transaction that opens the case.</summary>
    public string Next()
    {
        Last++;
        return $"{Prefix}-{Year:0000}/{Last:0000}";
    }
}
