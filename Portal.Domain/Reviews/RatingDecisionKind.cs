namespace Portal.Domain.Reviews;

public enum RatingDecisionKind
{
    Keep,
    Change,
}
