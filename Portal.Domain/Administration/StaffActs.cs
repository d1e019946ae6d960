using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>What is done with people and their roles (section 0.1).</summary>
public static class StaffActs
{
    /// <summary>Roles that are granted here; who leads the Committee is said in its list of leaders.</summary>
    public static IReadOnlyList<Role> Granted { get; } = [.. Enum.GetValues<Role>().Except([Role.HeadOfCommittee, Role.DeputyHead])];

    private static readonly FormField[] Described =
    [
        new("fullName", FieldKind.Text) { Required = true, MaxLength = 200 },
        new("position", FieldKind.Text) { Required = true, MaxLength = 200 },
        new("departmentId", FieldKind.Department),
        new("roles", FieldKind.Choices) { Options = [.. Granted.Select(r => r.ToString())] }, OrganisationForms.From,
    ];

    public static IReadOnlyList<OrganisationAct> All { get; } =
    [
        OrganisationAct.Of(
            "staff-create", Registers.Staff, ofRow: false, new StaffCreateValidator(),
            (_, _, day) => new StaffCreateInput { From = day, Roles = [Role.DepartmentStaff] }, Create,
            [OrganisationForms.Code, .. Described]),
        OrganisationAct.Of("staff-edit", Registers.Staff, ofRow: true, new StaffEditValidator(), Known, Edit, Described)
            with { IsOpen = IsOpen },
        OrganisationAct.Of(
            "staff-end", Registers.Staff, ofRow: true, null, (_, _, day) => new EndInput { Last = day }, End,
            OrganisationForms.Last, OrganisationForms.Reason)
            with { IsOpen = IsOpen },
    ];

    private static bool IsOpen(OrganisationDirectory directory, string id, DateOnly day) => directory.Person(id) is { ValidTo: null };

    private static StaffEditInput Known(OrganisationDirectory directory, string id, DateOnly day) =>
        directory.Person(id) is not { } person ? new StaffEditInput() : new StaffEditInput
        {
            FullName = person.FullName,
            Position = person.Position,
            DepartmentId = person.DepartmentId,
            Roles = [.. directory.RolesOf(id, day).Where(Granted.Contains).Order()],
            From = day,
        };

    private static Refusal? Create(OrganisationDraft draft, string id, StaffCreateInput input)
    {
        var code = OrganisationForms.CodeOrNextFree(input.Code, "S", 2, draft.Directory.Data.Staff.Select(s => s.Id));
        if (draft.Directory.Person(code) is not null)
        {
            return OrganisationAct.At("code", "Org.CodeTaken", code);
        }

        if (WhyNotDepartment(draft, input.DepartmentId) is { } refusal)
        {
            return refusal;
        }

        draft.Add(
            new StaffMember
            {
                Id = code,
                FullName = input.FullName!.Trim(),
                Position = input.Position!.Trim(),
                DepartmentId = NullIfEmpty(input.DepartmentId),
                ValidFrom = input.From!.Value,
            });
        draft.Add((input.Roles ?? []).Distinct().Select(r => new RoleGrant { PersonId = code, Role = r, ValidFrom = input.From!.Value }));
        return null;
    }

    private static Refusal? Edit(OrganisationDraft draft, string id, StaffEditInput input)
    {
        if (draft.Directory.Person(id) is not { } person)
        {
            return Refusal.NotFound;
        }

        if (WhyNotDepartment(draft, input.DepartmentId) is { } refusal)
        {
            return refusal;
        }

        var (from, wanted) = (input.From!.Value, (input.Roles ?? []).ToHashSet());
        if (!wanted.Contains(Role.SystemAdministrator) && WhyNotWithout(draft, id, from, "roles") is { } last)
        {
            return last;
        }

        (person.FullName, person.Position, person.DepartmentId) =
            (input.FullName!.Trim(), input.Position!.Trim(), NullIfEmpty(input.DepartmentId));
        var rows = OrganisationDraft.InForceFrom(draft.Directory.Data.Roles.Where(r => r.PersonId == id && Granted.Contains(r.Role)), from)
            .ToList();
        var stay = rows.Where(r => wanted.Contains(r.Role) && r.ValidFrom <= from && r.ValidTo is null).DistinctBy(r => r.Role).ToList();
        draft.End(from.AddDays(-1), rows.Except(stay));
        draft.Add(
            wanted.Where(w => !stay.Exists(r => r.Role == w)).Select(w => new RoleGrant { PersonId = id, Role = w, ValidFrom = from }));
        return null;
    }

    private static Refusal? End(OrganisationDraft draft, string id, EndInput input)
    {
        var last = input.Last!.Value;
        if (draft.Directory.Person(id) is not { } person)
        {
            return Refusal.NotFound;
        }

        if (last < person.ValidFrom)
        {
            return OrganisationAct.At("last", "Org.EndsBeforeStart", person.ValidFrom);
        }

        // A group or the Committee is first given somebody else: each by its own decision.
        var groups = OrganisationDraft.InForceFrom(draft.Directory.Data.Memberships.Where(m => m.PersonId == id), last.AddDays(1))
            .Select(m => draft.Directory.Group(m.GroupId)?.Name ?? m.GroupId).Distinct().ToList();
        if (groups.Count > 0)
        {
            return OrganisationAct.At("last", "Org.StillMember", person.FullName, string.Join(", ", groups));
        }

        if (OrganisationDraft.InForceFrom(draft.Directory.Data.Leaders.Where(l => l.PersonId == id), last.AddDays(1)).Any())
        {
            return OrganisationAct.At("last", "Org.StillLeader", person.FullName);
        }

        if (WhyNotWithout(draft, id, last.AddDays(1), "last") is { } alone)
        {
            return alone;
        }

        draft.End(last, OrganisationDraft.InForceFrom(draft.Directory.Data.Roles.Where(r => r.PersonId == id), last.AddDays(1)));
        draft.End(
            last,
            OrganisationDraft.InForceFrom(
                draft.Directory.Data.Delegations.Where(d => d.DelegateId == id || d.PrincipalId == id), last.AddDays(1)));
        draft.End(last, person);
        return null;
    }

    // Without another administrator nobody could ever grant the role again.
    private static Refusal? WhyNotWithout(OrganisationDraft draft, string id, DateOnly day, string field) =>
        draft.Directory.PeopleWith(Role.SystemAdministrator, day)
            .Any(p => p != id && draft.Directory.Person(p)?.IsValidOn(day) == true) ? null
                : OrganisationAct.At(field, "Org.LastAdministrator");

    private static Refusal? WhyNotDepartment(OrganisationDraft draft, string? id) =>
        NullIfEmpty(id) is { } department && draft.Directory.Department(department) is null
            ? OrganisationAct.At("departmentId", "Common.WrongType")
            : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
