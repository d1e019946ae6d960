namespace Portal.Domain.Reviews;

public sealed record ItemOutcome
{
    public int? Item { get; init; }

    public StandingCommitteeOutcome? Outcome { get; init; }

    public string? FinalText { get; init; }
}
