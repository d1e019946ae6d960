namespace Portal.Domain.Reviews;

/// <summary>F18 and F19: how the unit answered, and the rating that the group advises.</summary>
public sealed record AdviceInput : AdviceContent
{
    public QualityRating? AdvisedRating { get; init; }

    public string? ChangeReason { get; init; }
}
