namespace Portal.Domain.Administration;

/// <summary>What a leader is in charge of from a day on; who had it before no longer has.</summary>
public sealed record PortfolioInput
{
    public string[]? GroupIds { get; init; }

    public string[]? AreaIds { get; init; }

    public DateOnly? From { get; init; }
}
