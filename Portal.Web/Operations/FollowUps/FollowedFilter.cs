namespace Portal.Web.Operations.FollowUps;

/// <summary>Which records of a register are listed, and how. The latest first unless said otherwise.</summary>
public sealed record FollowedFilter
{
    /// <summary>Empty for all.</summary>
    public string AreaId { get; init; } = "";

    /// <summary>Noted by this group; empty for all.</summary>
    public string GroupId { get; init; } = "";

    public string Domain { get; init; } = "";

    /// <summary>What the register tells apart: the counterpart of contacts; empty for all, and so is what it does not know.</summary>
    public string Type { get; init; } = "";

    public FollowedProgress Progress { get; init; } = FollowedProgress.All;

    /// <summary>Took place on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Took place on this day or before.</summary>
    public DateOnly? To { get; init; }

    public FollowedSort Sort { get; init; } = FollowedSort.At;

    public bool IsDescending { get; init; } = true;

    /// <summary>From 0.</summary>
    public int Page { get; init; }
}
