namespace Portal.Web.Operations.Tasks;

/// <summary>What the inbox is narrowed to. Empty texts narrow nothing.</summary>
public sealed record TaskFilter
{
    public string ProcessKey { get; init; } = "";

    public string AreaId { get; init; } = "";

    public string GroupId { get; init; } = "";

    public DueFilter Due { get; init; }

    /// <summary>Searched without tone marks; every word must be found.</summary>
    public string Search { get; init; } = "";

    public TaskSort Sort { get; init; }

    /// <summary>Reads on behind this id, oldest first; null: by <see cref="Page"/>.</summary>
    public Guid? After { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    /// <summary>1 to 100.</summary>
    public int PageSize { get; init; } = 25;
}
