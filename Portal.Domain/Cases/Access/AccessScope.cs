using Portal.Domain.Areas;
using Portal.Domain.Organisation;

namespace Portal.Domain.Cases;

/// <summary>
/// What a person may see on a day, read off the organisation once: for oneself, and for those one stands in for.
/// </summary>
public sealed record AccessScope
{
    public required string PersonId { get; init; }

    public bool IsHead { get; init; }

    public bool IsLeader { get; init; }

    /// <summary>COMP: titles, dates and lateness of Normal cases, no content.</summary>
    public bool SeesTitles { get; init; }

    /// <summary>COORD: everything of the review processes, Restricted parts too (section 13).</summary>
    public bool IsCoordinator { get; init; }

    /// <summary>CLERK: invitations, answers to hosts and the outcome of consents, no notes.</summary>
    public bool IsClerk { get; init; }

    /// <summary>The department that one works in; empty for none.</summary>
    public string DepartmentId { get; init; } = "";

    /// <summary>Own groups and those in one's charge.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>
    /// Areas of those groups today, areas in one's own portfolio (E-T14: a new group reads on), and what these came of: the
    /// history of an area is reachable from its successor (Đ2.1).
    /// </summary>
    public IReadOnlyList<string> AreaIds { get; init; } = [];

    /// <summary>Groups one leads or is in charge of: there one reads Restricted parts .</summary>
    public IReadOnlyList<string> RestrictedGroupIds { get; init; } = [];

    /// <summary>Scopes lent by delegation, with the processes they cover (empty: all) and whether Restricted is lent too.</summary>
    public IReadOnlyList<(AccessScope Scope, string[] Processes, bool IncludesRestricted)> Lent { get; init; } = [];

    public bool Holds(AudienceOffice office) => office switch
    {
        AudienceOffice.Leader => IsLeader,
        AudienceOffice.Coordinator => IsCoordinator,
        AudienceOffice.Clerk => IsClerk,
    };

    public static AccessScope Of(string personId, OrganisationDirectory directory, DateOnly day)
    {
        var own = OwnScope(personId, directory, day);
        return own with
        {
            Lent = [.. directory.StandsInFor(personId, day).Select(d => (
                OwnScope(d.PrincipalId, directory, day) with { SeesTitles = false, IsClerk = false, IsCoordinator = false },
                d.ProcessKeys.Split(',', StringSplitOptions.RemoveEmptyEntries),
                d.IncludesRestricted))],
        };
    }

    private static AccessScope OwnScope(string personId, OrganisationDirectory directory, DateOnly day)
    {
        var member = directory.GroupsOf(personId, day).ToList();
        var isLeader = directory.IsLeader(personId, day);
        var charge = isLeader ? directory.GroupsInCharge(personId, day).ToList() : [];
        var groups = member.Union(charge).ToList();
        return new AccessScope
        {
            PersonId = personId,
            IsHead = directory.Head(day) == personId,
            IsLeader = isLeader,
            SeesTitles = directory.HasRole(personId, Role.ComplianceOfficer, day),
            IsCoordinator = directory.HasRole(personId, Role.ReviewCoordinator, day),
            IsClerk = directory.HasRole(personId, Role.RecordsClerk, day),
            DepartmentId = directory.Person(personId)?.DepartmentId ?? "",
            GroupIds = groups,
            AreaIds =
                [.. directory.WithPredecessors(
                    groups.SelectMany(g => directory.AreasOfGroup(g, day)).Union(isLeader ? directory.AreasInCharge(personId, day) : []))],
            RestrictedGroupIds = [.. charge.Union(member.Where(g => directory.LeadOf(g, day) == personId))],
        };
    }
}
