namespace Portal.Domain.Reviews;

/// <summary>A condition of the highest level in a cycle's year.</summary>
public sealed record RatingCondition
{
    public string? Text { get; init; }

    /// <summary>Who proposes the highest level although it is not met says why.</summary>
    public bool? Mandatory { get; init; }
}
