namespace Portal.Web.Operations.Audit;

/// <summary>What the trail is narrowed to. Empty texts and nulls narrow nothing.</summary>
public sealed record AuditFilter
{
    public string PersonId { get; init; } = "";

    /// <summary>First part of the act's name, e.g. <c>Delegation</c>; or <see cref="AuditQueries.Readings"/>.</summary>
    public string Kind { get; init; } = "";

    public string CaseNumber { get; init; } = "";

    /// <summary>First and last day in Viet Nam.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public AuditSort Sort { get; init; }

    public bool IsDescending { get; init; } = true;

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public int PageSize { get; init; } = 50;
}
