namespace Portal.Domain.Cases;

/// <summary>One item of Đ5.1 in a report.</summary>
public sealed record ReportItemInput
{
    public string? AreaId { get; init; }

    public ReportItemKind? Kind { get; init; }

    public string? Domain { get; init; }

    public string? Content { get; init; }

    public ReportItemLevel? Level { get; init; }

    public string? ProposedHandling { get; init; }

    public string? AskedOf { get; init; }

    public bool? ConcernsPersonnel { get; init; }
}
