namespace Portal.Domain.Cases;

/// <summary>Questions about what Đ7.A.4 sends to the head.</summary>
public static class FlagsForHead
{
    /// <summary>R-RPT-04 [Q]: with any of the three flags the head is an addressee whom nobody takes away.</summary>
    public static bool IsForHead(this IFlagsForHead flags) =>
        flags.DemocraticCentralism == true || flags.LeadershipUnity == true || flags.PersonnelOfStandingCommittee == true;
}
