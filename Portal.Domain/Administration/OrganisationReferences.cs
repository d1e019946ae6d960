using Portal.Domain.Areas;

namespace Portal.Domain.Administration;

/// <summary>Whether all that rows of the organisation name is there.</summary>
public static class OrganisationReferences
{
    /// <returns>Codes that are named and are not there, each once.</returns>
    public static IReadOnlyList<string> Missing(DirectoryData data)
    {
        var (people, groups) = (Ids(data.Staff.Select(s => s.Id)), Ids(data.Groups.Select(g => g.Id)));
        var (areas, kinds) = (Ids(data.Areas.Select(a => a.Id)), Ids(data.Kinds.Select(k => k.Id)));
        var departments = Ids(data.Departments.Select(d => d.Id));
        var decisions = data.Decisions.Select(d => d.Id).ToHashSet();
        var named = Absent(people, [
            .. data.Roles.Select(r => r.PersonId), .. data.Leaders.Select(l => l.PersonId), .. data.Portfolios.Select(p => p.PersonId),
            .. data.Memberships.Select(m => m.PersonId), .. data.Assignments.Select(a => a.PersonId),
            .. data.Decisions.Select(d => d.SignerId), .. data.Absences.Select(a => a.PersonId),
            .. data.Delegations.SelectMany(d => new[] { d.PrincipalId, d.DelegateId })])
            .Concat(Absent(groups, [
                .. data.Memberships.Select(m => m.GroupId), .. data.Assignments.Select(a => a.GroupId),
                .. data.Portfolios.Select(p => p.GroupId)]))
            .Concat(Absent(areas, [
                .. data.Assignments.Select(a => a.AreaId), .. data.Portfolios.Select(p => p.AreaId), .. data.Contacts.Select(c => c.AreaId),
                .. data.Areas.Select(a => a.ParentId), .. data.Lineage.SelectMany(l => new[] { l.PredecessorId, l.SuccessorId })]))
            .Concat(Absent(departments, [.. data.Staff.Select(s => s.DepartmentId), .. data.Portfolios.Select(p => p.DepartmentId)]))
            .Concat(Absent(kinds, [.. data.Areas.Select(a => a.KindId)]))
            .Concat(data.Memberships.Select(m => m.DecisionId).Concat(data.Assignments.Select(a => a.DecisionId))
                .Where(d => !decisions.Contains(d)).Select(d => d.ToString()));
        return [.. named.Distinct()];
    }

    private static HashSet<string> Ids(IEnumerable<string> ids) => [.. ids];

    private static IEnumerable<string> Absent(HashSet<string> known, IEnumerable<string?> named) =>
        named.OfType<string>().Where(n => !known.Contains(n));
}
