namespace Portal.Domain.Reviews;

/// <summary>The unit's answer to one suggestion, and what the group thinks of it (F18).</summary>
public sealed record ItemFollowUp
{
    public int? Item { get; init; }

    public string? Explanation { get; init; }

    public string? Cause { get; init; }

    public string? Responsibility { get; init; }

    public FollowUpAssessment? Assessment { get; init; }

    public string? Reason { get; init; }
}
