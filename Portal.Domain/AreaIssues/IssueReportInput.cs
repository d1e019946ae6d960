using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaIssues;

/// <summary>What is reported of an internal matter of an area (Đ5.3).</summary>
public sealed record IssueReportInput : IGatedInput, IFlagsForHead
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public IssueCategory? Category { get; init; }

    public IssueSeverity? Severity { get; init; }

    /// <summary>The day on which the author learned of it.</summary>
    public DateOnly? ObservedOn { get; init; }

    public string? Facts { get; init; }

    /// <summary>Where it is known from.</summary>
    public string? HowKnown { get; init; }

    public IssueCertainty? Certainty { get; init; }

    public string? ProposedSolution { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    /// <summary>The leader in charge is not to have it: it may be about that leader's own field. Only of what goes to the head.</summary>
    public bool? WithoutLeader { get; init; }

    /// <summary>Further people who may read it.</summary>
    public string[]? NamedIds { get; init; }

    public bool? ReportedOrally { get; init; }

    public OralReportInput? OralReport { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>As a trip or a meeting told of it.</summary>
    public static IssueReportInput Of(RaisedIssue raised) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = raised.Issue.AreaId,
        Category = raised.Issue.Category,
        ObservedOn = raised.ObservedOn,
        Facts = raised.Issue.Facts,
        ProposedSolution = raised.Issue.ProposedSolution,
        DemocraticCentralism = raised.Issue.DemocraticCentralism,
        LeadershipUnity = raised.Issue.LeadershipUnity,
        PersonnelOfStandingCommittee = raised.Issue.PersonnelOfStandingCommittee,
    };
}
