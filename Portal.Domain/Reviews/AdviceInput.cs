namespace Portal.Domain.Reviews;

/// <summary>F18 and F19.</summary>
public sealed record AdviceInput : AdviceContent
{
    public QualityRating? AdvisedRating { get; init; }

    public string? ChangeReason { get; init; }
}
