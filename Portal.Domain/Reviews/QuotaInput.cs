namespace Portal.Domain.Reviews;

public sealed record QuotaInput
{
    public int? Percent { get; init; }

    /// <summary>Applied where the head allows it for a comparable group.</summary>
    public int? ExceptionalPercent { get; init; }

    public QuotaBase? Base { get; init; }

    public QuotaRounding? Rounding { get; init; }
}
