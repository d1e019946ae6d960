namespace Portal.Web.Processes.AreaBoard;

/// <summary>What the board shows; empty texts narrow nothing.</summary>
public sealed record AreaBoardFilter
{
    /// <summary>Value of <see cref="StandsOut"/> for areas in which anything does.</summary>
    public const string Anything = "co";

    /// <summary>Value of <see cref="StandsOut"/>, and of the order, for areas of which nothing has been heard for too long.</summary>
    public const string Silence = "tin";

    public string GroupId { get; init; } = "";

    public string KindId { get; init; } = "";

    /// <summary>The leader in charge.</summary>
    public string LeaderId { get; init; } = "";

    /// <summary>Key of a figure that stands out, or one of the two above.</summary>
    public string StandsOut { get; init; } = "";

    public AreaBoardGrouping Grouping { get; init; }

    /// <summary>Key of a figure; empty for what most needs a look first.</summary>
    public string SortedBy { get; init; } = "";

    public bool IsDescending { get; init; }
}
