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

    /// <summary>Items that everybody of the case reads, and those that judge a person; null where there are none.</summary>
    public static (ReportItemInput[]? Open, ReportItemInput[]? OfPersonnel) Split(ReportItemInput[]? items)
    {
        ReportItemInput[]? Those(bool ofPersonnel) =>
            (items ?? []).Where(i => (i.ConcernsPersonnel == true) == ofPersonnel).ToArray() is { Length: > 0 } some ? some : null;
        return (Those(ofPersonnel: false), Those(ofPersonnel: true));
    }

    /// <summary>So numbered that a number means the same to who sees all of them and to who sees the open ones alone.</summary>
    public static ReportItemInput[]? OpenFirst(ReportItemInput[]? items) =>
        items is null ? null : [.. items.OrderBy(i => i.ConcernsPersonnel == true)];
}
