using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>
/// The one place that answers who was responsible on a day: who led, who belonged, who was in charge, who
/// stands in. Immutable; a change of the organisation makes a new one.
/// </summary>
public sealed class OrganisationDirectory
{
    private readonly Dictionary<string, StaffMember> _staff;
    private readonly Dictionary<string, MonitoredArea> _areas;
    private readonly Dictionary<string, MonitoringGroup> _groups;
    private readonly Dictionary<string, Department> _departments;
    private readonly ILookup<string, GroupMembership> _membersByGroup;
    private readonly ILookup<string, GroupMembership> _membersByPerson;
    private readonly ILookup<string, AreaAssignment> _assignmentsByArea;
    private readonly ILookup<string, AreaAssignment> _assignmentsByGroup;
    private readonly ILookup<string, string> _predecessors;
    private readonly ILookup<string, RoleGrant> _rolesByPerson;
    private readonly ILookup<string, DelegationGrant> _delegationsByDelegate;
    private readonly ILookup<string, DelegationGrant> _delegationsByPrincipal;

    public OrganisationDirectory(DirectoryData data)
    {
        Data = data;
        _staff = data.Staff.ToDictionary(s => s.Id);
        _areas = data.Areas.ToDictionary(a => a.Id);
        _groups = data.Groups.ToDictionary(g => g.Id);
        _departments = data.Departments.ToDictionary(d => d.Id);
        _membersByGroup = data.Memberships.ToLookup(m => m.GroupId);
        _membersByPerson = data.Memberships.ToLookup(m => m.PersonId);
        _assignmentsByArea = data.Assignments.ToLookup(a => a.AreaId);
        _assignmentsByGroup = data.Assignments.ToLookup(a => a.GroupId);
        _predecessors = data.Lineage.ToLookup(l => l.SuccessorId, l => l.PredecessorId);
        _rolesByPerson = data.Roles.ToLookup(r => r.PersonId);
        _delegationsByDelegate = data.Delegations.ToLookup(d => d.DelegateId);
        _delegationsByPrincipal = data.Delegations.ToLookup(d => d.PrincipalId);
    }

    public DirectoryData Data { get; }

    public StaffMember? Person(string id) => _staff.GetValueOrDefault(id);

    /// <summary>Full name; the id itself for someone unknown, "Hệ thống" for the system.</summary>
    public string NameOf(string? id) => string.IsNullOrEmpty(id) ? Actor.System.Name : Person(id)?.FullName ?? id;

    public MonitoredArea? Area(string id) => _areas.GetValueOrDefault(id);

    public string AreaName(string id) => Area(id)?.Name ?? id;

    public MonitoringGroup? Group(string id) => _groups.GetValueOrDefault(id);

    public Department? Department(string? id) => id is null ? null : _departments.GetValueOrDefault(id);

    public IEnumerable<Role> RolesOf(string personId, DateOnly day) =>
        _rolesByPerson[personId].Where(r => r.IsValidOn(day)).Select(r => r.Role).Distinct();

    public bool HasRole(string personId, Role role, DateOnly day) => RolesOf(personId, day).Contains(role);

    public IEnumerable<string> PeopleWith(Role role, DateOnly day) =>
        Data.Roles.Where(r => r.Role == role && r.IsValidOn(day)).Select(r => r.PersonId).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The head of the Committee on a day; null only while none is recorded.</summary>
    public string? Head(DateOnly day) =>
        Data.Leaders.FirstOrDefault(l => l.Position == LeaderPosition.Head && l.IsValidOn(day))?.PersonId;

    public string? StandingDeputy(DateOnly day) =>
        Data.Leaders.FirstOrDefault(l => l.IsStanding && l.IsValidOn(day))?.PersonId;

    public bool IsLeader(string personId, DateOnly day) => Data.Leaders.Any(l => l.PersonId == personId && l.IsValidOn(day));

    public IEnumerable<string> LeadersOn(DateOnly day) =>
        Data.Leaders.Where(l => l.IsValidOn(day)).OrderBy(l => l.Order).Select(l => l.PersonId);

    /// <summary>R-ORG-05: the one lead of a group on a day.</summary>
    public string? LeadOf(string groupId, DateOnly day) =>
        _membersByGroup[groupId].FirstOrDefault(m => m.IsLead && m.IsValidOn(day))?.PersonId;

    public IEnumerable<string> MembersOf(string groupId, DateOnly day) =>
        _membersByGroup[groupId].Where(m => m.IsValidOn(day)).OrderByDescending(m => m.IsLead).Select(m => m.PersonId);

    public bool IsMember(string groupId, string personId, DateOnly day) =>
        _membersByGroup[groupId].Any(m => m.PersonId == personId && m.IsValidOn(day));

    public IEnumerable<string> GroupsOf(string personId, DateOnly day) =>
        _membersByPerson[personId].Where(m => m.IsValidOn(day)).Select(m => m.GroupId);

    /// <summary>R-ORG-01: the group responsible for an area on a day.</summary>
    public string? GroupOfArea(string areaId, DateOnly day) =>
        _assignmentsByArea[areaId].FirstOrDefault(a => a.IsValidOn(day))?.GroupId;

    public IEnumerable<string> AreasOfGroup(string groupId, DateOnly day) =>
        _assignmentsByGroup[groupId].Where(a => a.IsValidOn(day)).Select(a => a.AreaId).Distinct();

    /// <summary>R-ORG-08: the leader whose portfolio names the area, else its group, else the head. Null only without a head.</summary>
    public string? LeaderInCharge(string? areaId, string? groupId, DateOnly day)
    {
        groupId ??= areaId is null ? null : GroupOfArea(areaId, day);
        return (areaId is null ? null : Data.Portfolios.FirstOrDefault(p => p.AreaId == areaId && p.IsValidOn(day))?.PersonId)
            ?? (groupId is null ? null : Data.Portfolios.FirstOrDefault(p => p.GroupId == groupId && p.IsValidOn(day))?.PersonId)
            ?? Head(day);
    }

    /// <summary>Groups in a leader's charge on a day; for the head, also those that nobody else is in charge of.</summary>
    public IEnumerable<string> GroupsInCharge(string personId, DateOnly day) =>
        Data.Groups.Where(g => g.IsValidOn(day) && LeaderInCharge(null, g.Id, day) == personId).Select(g => g.Id);

    /// <summary>Areas named in a leader's own portfolio on a day.</summary>
    public IEnumerable<string> AreasInCharge(string personId, DateOnly day) =>
        Data.Portfolios.Where(p => p.PersonId == personId && p.AreaId is not null && p.IsValidOn(day)).Select(p => p.AreaId!);

    /// <summary>The people for whom this person stands in, for a process, on a day (X-09, not transitive).</summary>
    public IEnumerable<DelegationGrant> StandsInFor(string personId, DateOnly day) =>
        _delegationsByDelegate[personId].Where(d => d.AcceptedAt is not null && d.RevokedAt is null && d.IsValidOn(day));

    public IEnumerable<string> SubstitutesOf(string personId, Errand errand, DateOnly day) =>
        _delegationsByPrincipal[personId].Where(d => d.Covers(errand, day)).Select(d => d.DelegateId);

    /// <summary>The grant by which <paramref name="actor"/> may act for <paramref name="principal"/>, or null.</summary>
    public DelegationGrant? GrantFor(string principal, string actor, Errand errand, DateOnly day) =>
        _delegationsByDelegate[actor].FirstOrDefault(d => d.PrincipalId == principal && d.Covers(errand, day));

    /// <summary>
    /// Day on which it was given to act for somebody, as what was done on a day cites it; also of a grant that was called back
    /// since. Null where none is known.
    /// </summary>
    public DateOnly? GrantedOn(string principal, string actor, DateOnly day) =>
        _delegationsByDelegate[actor]
            .FirstOrDefault(d => d.PrincipalId == principal && d.AcceptedAt is not null && d.IsValidOn(day))?.GrantedOn;

    public bool IsAway(string personId, DateOnly day) => Data.Absences.Any(a => a.PersonId == personId && a.IsValidOn(day));

    /// <summary>Fields of work a member was taken in for (Đ7.B.1).</summary>
    public IReadOnlyList<string> SpecialitiesOf(string personId, string groupId, DateOnly day) =>
        [.. _membersByGroup[groupId].Where(m => m.PersonId == personId && m.IsValidOn(day))
            .SelectMany(m => m.Specialities.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    /// <summary>
    /// First day of a person's unbroken watch over an area (Đ4.2, A-13): the time in groups that had the area, or a predecessor
    /// of it, is added up. Null when the person does not watch it on the day.
    /// </summary>
    public DateOnly? WatchedSince(string personId, string areaId, DateOnly day)
    {
        var since = _assignmentsByArea[areaId].Where(a => a.IsValidOn(day))
            .SelectMany(
                a => _membersByGroup[a.GroupId].Where(m => m.PersonId == personId && m.IsValidOn(day))
                    .Select(m => m.ValidFrom > a.ValidFrom ? m.ValidFrom : a.ValidFrom))
            .Order().Select(d => (DateOnly?)d).FirstOrDefault();
        if (since is not { } start || start == DateOnly.MinValue)
        {
            return since;
        }

        var before = start.AddDays(-1);
        return Data.Lineage.Where(l => l.SuccessorId == areaId).Select(l => l.PredecessorId).Prepend(areaId)
            .Select(a => WatchedSince(personId, a, before)).Where(d => d is not null).Order().FirstOrDefault() ?? since;
    }

    public IEnumerable<MonitoredArea> PredecessorsOf(string areaId) =>
        Data.Lineage.Where(l => l.SuccessorId == areaId).Select(l => Area(l.PredecessorId)).OfType<MonitoredArea>();

    /// <summary>Areas and all that they came of, each once.</summary>
    public IReadOnlyCollection<string> WithPredecessors(IEnumerable<string> areaIds)
    {
        var found = areaIds.ToHashSet();
        for (var next = found.ToList(); next.Count > 0;)
        {
            next = [.. next.SelectMany(a => _predecessors[a]).Where(found.Add)];
        }

        return found;
    }

    /// <summary>
    /// What an area is on a day: itself, or where it has ended the first of what became of it that somebody watches (E-R7). Null when
    /// nothing of it is watched.
    /// </summary>
    public string? TodaysArea(string areaId, DateOnly day)
    {
        var seen = new HashSet<string> { areaId };
        for (var next = new Queue<string>([areaId]); next.TryDequeue(out var at);)
        {
            if (Area(at)?.IsValidOn(day) == true && GroupOfArea(at, day) is not null)
            {
                return at;
            }

            foreach (var successor in SuccessorsOf(at).Where(s => seen.Add(s.Id)))
            {
                next.Enqueue(successor.Id);
            }
        }

        return null;
    }

    /// <summary>R-ORG-06: those of the areas that are no longer there on a day, each with its last day and what became of it.</summary>
    public IEnumerable<(MonitoredArea Area, DateOnly Last, IReadOnlyList<MonitoredArea> Successors)> EndedBefore(
        IEnumerable<string> areaIds, DateOnly day) =>
        from id in areaIds.Distinct()
        let area = Area(id)
        where area?.ValidTo is { } last && last < day
        select (area, area.ValidTo!.Value, (IReadOnlyList<MonitoredArea>)[.. SuccessorsOf(id)]);

    public IEnumerable<MonitoredArea> SuccessorsOf(string areaId) =>
        Data.Lineage.Where(l => l.PredecessorId == areaId).Select(l => Area(l.SuccessorId)).OfType<MonitoredArea>();
}
