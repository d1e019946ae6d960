namespace Portal.Domain.Cases;

/// <summary>One internal matter of Đ5.3 in a report.</summary>
public sealed record AreaIssueInput : IFlagsForHead
{
    public string? AreaId { get; init; }

    public IssueCategory? Category { get; init; }

    public string? Facts { get; init; }

    public string? ProposedSolution { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }
}
