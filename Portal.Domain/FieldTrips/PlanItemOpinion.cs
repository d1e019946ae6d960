namespace Portal.Domain.FieldTrips;

/// <summary>A leader's remark on one item, by its number from 1.</summary>
public sealed record PlanItemOpinion
{
    public int? Item { get; init; }

    public string? Text { get; init; }
}
