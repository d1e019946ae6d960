namespace Portal.Domain.Reviews;

/// <summary>A condition of the highest level, as far as it is known (R-REV-06).</summary>
public sealed record RatingConditionAnswer
{
    /// <summary>Its number in the scale, from 1.</summary>
    public int? Item { get; init; }

    /// <summary>As the scale of the year says it.</summary>
    public string? Condition { get; init; }

    public ConditionState? State { get; init; }
}
