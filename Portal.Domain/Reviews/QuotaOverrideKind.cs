namespace Portal.Domain.Reviews;

public enum QuotaOverrideKind
{
    /// <summary>The exceptional percentage applies to this comparable group.</summary>
    ExceptionalPercent,

    /// <summary>The ceiling does not hold for this comparable group.</summary>
    Override,
}
