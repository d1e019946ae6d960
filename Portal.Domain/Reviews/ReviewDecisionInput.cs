namespace Portal.Domain.Reviews;

/// <summary>F15 Xem xét đề xuất.</summary>
public record ReviewDecisionInput : DecisionContent, IRatingDecision
{
    public RatingDecisionKind? RatingDecision { get; init; }

    public QualityRating? RatingLevel { get; init; }

    public string? RatingReason { get; init; }
}
