using System.Globalization;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Administration;

/// <summary>The rows of the lists as they stand on a day, in the order in which they are shown.</summary>
internal sealed class RegisterRows(OrganisationDirectory directory, DateOnly today, Func<string, string> text)
{
    private readonly DirectoryData _data = directory.Data;

    /// <summary>All rows of a list.</summary>
    public IEnumerable<RegisterRow> Of(string register) => register switch
    {
        Registers.Areas => _data.Areas.OrderBy(a => a.Name, VietnameseText.Comparer).Select(OfArea),
        Registers.Groups => _data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal).Select(OfGroup),
        Registers.Leaders =>
            _data.Leaders.GroupBy(l => l.PersonId)
                .Select(l => l.OrderByDescending(r => r.ValidFrom).First())
                .OrderBy(l => l.Order)
                .Select(OfLeader),
        Registers.Staff => _data.Staff.OrderBy(s => s.SortKey, StringComparer.Ordinal).Select(OfStaffMember),
        Registers.Departments => _data.Departments.OrderBy(d => d.Order).Select(OfDepartment),
        Registers.AreaKinds => _data.Kinds.OrderBy(k => k.Order).Select(OfAreaKind),
        Registers.MeetingTypes =>
            _data.MeetingTypes.OrderBy(t => t.Order).Select(t => new RegisterRow(t.Id, t.Name, [], t.ValidFrom, t.ValidTo)),
        _ => [],
    };

    private RegisterRow OfArea(MonitoredArea area)
    {
        var day = DayFor(area);
        var group = directory.GroupOfArea(area.Id, day);
        var isUnassigned = group is null && area.IsValidOn(today);
        return new RegisterRow(
            area.Id,
            area.Name,
            [
                _data.Kinds.FirstOrDefault(k => k.Id == area.KindId)?.Name ?? area.KindId,
                group is null ? "" : directory.Group(group)?.Name ?? group,
                directory.NameOf(directory.LeaderInCharge(area.Id, group, day)),
            ],
            area.ValidFrom,
            area.ValidTo,
            isUnassigned ? "Registry.Unassigned" : null);
    }

    private RegisterRow OfGroup(MonitoringGroup group)
    {
        var day = DayFor(group);
        var warning = group.IsValidOn(today) ? OrganisationRules.WhyNotActive(group, directory, today) : null;
        return new RegisterRow(
            group.Id,
            group.Name,
            [
                directory.LeadOf(group.Id, day) is { } lead ? directory.NameOf(lead) : "",
                Number(directory.MembersOf(group.Id, day).Distinct().Count()),
                Number(directory.AreasOfGroup(group.Id, day).Count()),
                directory.NameOf(directory.LeaderInCharge(null, group.Id, day)),
            ],
            group.ValidFrom,
            group.ValidTo,
            warning?.Code);
    }

    private RegisterRow OfLeader(CommitteeLeader leader)
    {
        var groups = directory.GroupsInCharge(leader.PersonId, today).Select(g => directory.Group(g)?.Name ?? g);
        var areas = directory.AreasInCharge(leader.PersonId, today).Select(directory.AreaName);
        return new RegisterRow(
            leader.PersonId,
            directory.NameOf(leader.PersonId),
            [PositionOf(leader, text), string.Join(", ", groups.Concat(areas))],
            leader.ValidFrom,
            leader.ValidTo);
    }

    // The last cell is the account's, which is not part of the organisation.
    private RegisterRow OfStaffMember(StaffMember member) => new(
        member.Id,
        member.FullName,
        [
            member.Position,
            directory.Department(member.DepartmentId)?.ShortName ?? "",
            string.Join(", ", directory.RolesOf(member.Id, today).Order().Select(r => text($"option.roles.{r}"))),
            "",
        ],
        member.ValidFrom,
        member.ValidTo);

    private RegisterRow OfDepartment(Department department) => new(
        department.Id,
        department.Name,
        [department.ShortName, string.Join(", ", department.WorkDomains.Select(w => text($"domain.{w}")))],
        null,
        null);

    private RegisterRow OfAreaKind(AreaKind kind) => new(
        kind.Id,
        kind.Name,
        [Number(_data.Areas.Count(a => a.KindId == kind.Id && a.IsValidOn(today)))],
        kind.ValidFrom,
        kind.ValidTo);

    /// <summary>The position of a leader in words, the standing deputy told apart.</summary>
    internal static string PositionOf(CommitteeLeader leader, Func<string, string> text) =>
        text($"option.position.{leader.Position}") + (leader.IsStanding ? $" {text("Registry.Standing")}" : "");

    // A row that has ended is shown as on its last day, a row that has not begun as on its first.
    private DateOnly DayFor(IEffectiveDated row)
    {
        if (row.ValidFrom > today)
        {
            return row.ValidFrom;
        }

        if (row.ValidTo < today)
        {
            return row.ValidTo.Value;
        }

        return today;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
