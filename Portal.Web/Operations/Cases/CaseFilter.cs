using Portal.Domain.Cases;

namespace Portal.Web.Operations.Cases;

public sealed record CaseFilter
{
    public string ProcessKey { get; init; } = "";

    public string GroupId { get; init; } = "";

    public string AreaId { get; init; } = "";

    public CaseState? State { get; init; }

    /// <summary>Only cases in which a step is overdue.</summary>
    public bool Overdue { get; init; }

    public string Search { get; init; } = "";

    public CaseSort Sort { get; init; }

    public bool IsDescending { get; init; } = true;

    /// <summary>Reads on behind this id, oldest first; null: by <see cref="Page"/>.</summary>
    public Guid? After { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public int PageSize { get; init; } = 25;
}
