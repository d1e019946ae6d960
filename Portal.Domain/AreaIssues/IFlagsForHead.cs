namespace Portal.Domain.AreaIssues;

/// <summary>Đ7.A.4: what makes a matter one of the head's.</summary>
public interface IFlagsForHead
{
    bool? DemocraticCentralism { get; }

    bool? LeadershipUnity { get; }

    bool? PersonnelOfStandingCommittee { get; }
}
