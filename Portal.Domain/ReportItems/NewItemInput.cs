using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>An item that is entered by itself (Đ5.1).</summary>
public sealed record NewItemInput : IGatedInput, IFlagsForHead
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public ReportItemKind? Kind { get; init; }

    public string? Domain { get; init; }

    public ReportItemLevel? Level { get; init; }

    public string? Content { get; init; }

    public string? ProposedHandling { get; init; }

    public string? AskedOf { get; init; }

    public bool? ConcernsPersonnel { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    internal ReportItemInput ToItem() => new()
    {
        AreaId = AreaId,
        Kind = Kind,
        Domain = Domain,
        Level = Level,
        Content = Content ?? "",
        ProposedHandling = ProposedHandling,
        AskedOf = AskedOf,
        ConcernsPersonnel = ConcernsPersonnel,
        DemocraticCentralism = DemocraticCentralism,
        LeadershipUnity = LeadershipUnity,
        PersonnelOfStandingCommittee = PersonnelOfStandingCommittee,
    };
}
