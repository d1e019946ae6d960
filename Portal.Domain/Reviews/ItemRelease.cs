namespace Portal.Domain.Reviews;

/// <summary>Whether the group may know what the Standing Committee made of one suggestion.</summary>
public sealed record ItemRelease
{
    public int? Item { get; init; }

    public bool? Released { get; init; }
}
