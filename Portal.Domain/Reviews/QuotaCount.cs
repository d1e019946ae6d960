namespace Portal.Domain.Reviews;

/// <summary>The ceiling of one comparable group, as counted.</summary>
/// <param name="Limit">Most that may be Excellent.</param>
/// <param name="Percent">The percentage that was applied: the usual one, or the exceptional one.</param>
/// <param name="OverrideReason">Why the head lets it be exceeded, or applies the exceptional percentage; null where neither is.</param>
/// <param name="IsOverridden">The ceiling does not hold.</param>
public sealed record QuotaCount(
    string Group, int Excellent, int Good, int Rated, int Limit, int Percent, string? OverrideReason, bool IsOverridden)
{
    public bool IsExceeded => Excellent > Limit;

    public bool Blocks => IsExceeded && !IsOverridden;
}
