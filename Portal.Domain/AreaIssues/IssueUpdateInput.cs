using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaIssues;

/// <summary>What came to be known later, what became of it, or what was asked for; a flag may come with it (Đ7.A.4).</summary>
public sealed record IssueUpdateInput : IGatedInput, IFlagsForHead
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Facts { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    public Guid[]? Files { get; init; }
}
