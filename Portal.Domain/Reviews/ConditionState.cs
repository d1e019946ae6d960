namespace Portal.Domain.Reviews;

public enum ConditionState
{
    Met,
    NotMet,
    Unknown,
}
