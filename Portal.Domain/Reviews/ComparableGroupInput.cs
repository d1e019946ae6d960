namespace Portal.Domain.Reviews;

/// <summary>Areas with similar duties, for the quota.</summary>
public sealed record ComparableGroupInput
{
    public string? Name { get; init; }

    public string[]? AreaIds { get; init; }
}
