namespace Portal.Domain.Reviews;

public enum LeaderDecisionKind
{
    Keep,
    Amend,
    Drop,
}
