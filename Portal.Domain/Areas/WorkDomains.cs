namespace Portal.Domain.Areas;

/// <summary>Đ2.2: the four fields of Party-building work.</summary>
public static class WorkDomains
{
    public const string OrganizationAndCadres = nameof(OrganizationAndCadres);
    public const string CivilServants = nameof(CivilServants);
    public const string PartyOrgAndMembers = nameof(PartyOrgAndMembers);
    public const string InternalPoliticalProtection = nameof(InternalPoliticalProtection);

    public static IReadOnlyList<string> All { get; } =
        [OrganizationAndCadres, CivilServants, PartyOrgAndMembers, InternalPoliticalProtection];
}
