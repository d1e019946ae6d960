namespace Portal.Domain.Reviews;

public interface IRatingDecision
{
    RatingDecisionKind? RatingDecision { get; }

    QualityRating? RatingLevel { get; }

    string? RatingReason { get; }
}
