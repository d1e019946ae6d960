namespace Portal.Domain.Cases;

/// <summary>Đ7.A.4, R-RPT-04 [Q]: what makes a matter one of the head's.</summary>
public interface IFlagsForHead
{
    bool? DemocraticCentralism { get; }

    bool? LeadershipUnity { get; }

    bool? PersonnelOfStandingCommittee { get; }
}
