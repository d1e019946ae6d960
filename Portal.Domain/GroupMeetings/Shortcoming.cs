using Portal.Domain.Cases;

namespace Portal.Domain.GroupMeetings;

/// <summary>A shortcoming in an area's work that the meeting found, and the correction it advises (Đ7.B.2).</summary>
public sealed record Shortcoming : IFlagsForHead
{
    public string? AreaId { get; init; }

    public string? Domain { get; init; }

    public string? Content { get; init; }

    /// <summary>What the group advises the area to put right.</summary>
    public string? Correction { get; init; }

    /// <summary>The leader in charge is told of it: it becomes an item of the area.</summary>
    public bool? ToLeader { get; init; }

    public bool? ConcernsPersonnel { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    /// <summary>R-RPT-04 [Q]: with a flag it is told, whatever else was said.</summary>
    public bool IsTold() => ToLeader == true || this.IsForHead();

    /// <summary>It judges a person, or is the head's: not for everybody of the case.</summary>
    public bool IsRestricted() => ConcernsPersonnel == true || this.IsForHead();

    /// <summary>Those that everybody of the case reads, and those that are Restricted; null where there are none.</summary>
    public static (Shortcoming[]? Open, Shortcoming[]? Restricted) Split(Shortcoming[]? rows)
    {
        Shortcoming[]? Those(bool restricted) =>
            (rows ?? []).Where(r => r.IsRestricted() == restricted).ToArray() is { Length: > 0 } some ? some : null;
        return (Those(restricted: false), Those(restricted: true));
    }

    /// <summary>The item of the area that it becomes.</summary>
    public ReportItemInput ToItem() => new()
    {
        AreaId = AreaId,
        Kind = ReportItemKind.Limitation,
        Domain = Domain,
        Content = Content,
        Level = ReportItemLevel.Normal,
        ProposedHandling = Correction,
        ConcernsPersonnel = ConcernsPersonnel,
        DemocraticCentralism = DemocraticCentralism,
        LeadershipUnity = LeadershipUnity,
        PersonnelOfStandingCommittee = PersonnelOfStandingCommittee,
    };
}
