using Portal.Domain.Cases;

namespace Portal.Domain.FieldTrips;

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

/// <summary>One internal matter of Đ5.3 in a report.</summary>
public sealed record AreaIssueInput
{
    public string? AreaId { get; init; }

    public IssueCategory? Category { get; init; }

    public string? Facts { get; init; }

    public string? ProposedSolution { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }
}
