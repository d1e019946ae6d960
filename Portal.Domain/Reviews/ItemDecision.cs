namespace Portal.Domain.Reviews;

/// <summary>F15: what becomes of one suggestion; one that is not named is kept.</summary>
public sealed record ItemDecision
{
    /// <summary>Number in its list, from 1.</summary>
    public int? Item { get; init; }

    public LeaderDecisionKind? Decision { get; init; }

    public string? Text { get; init; }

    public string? Reason { get; init; }
}
