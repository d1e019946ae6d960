namespace Portal.Domain.Cases;

/// <summary>One item of Đ5.1 in a report.</summary>
public sealed record ReportItemInput : IFlagsForHead
{
    public string? AreaId { get; init; }

    public ReportItemKind? Kind { get; init; }

    public string? Domain { get; init; }

    public string? Content { get; init; }

    public ReportItemLevel? Level { get; init; }

    public string? ProposedHandling { get; init; }

    public string? AskedOf { get; init; }

    public bool? ConcernsPersonnel { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    /// <summary>It judges a person, or is of what Đ7.A.4 sends to the head: not for everybody of the case.</summary>
    public bool IsRestricted() => ConcernsPersonnel == true || this.IsForHead();

    /// <summary>Items that everybody of the case reads, and those that are Restricted; null where there are none.</summary>
    public static (ReportItemInput[]? Open, ReportItemInput[]? Restricted) Split(ReportItemInput[]? items)
    {
        ReportItemInput[]? Those(bool restricted) =>
            (items ?? []).Where(i => i.IsRestricted() == restricted).ToArray() is { Length: > 0 } some ? some : null;
        return (Those(restricted: false), Those(restricted: true));
    }

    /// <summary>So numbered that a number means the same to who sees all of them and to who sees the open ones alone.</summary>
    public static ReportItemInput[]? OpenFirst(ReportItemInput[]? items) =>
        items is null ? null : [.. items.OrderBy(i => i.IsRestricted())];
}
