using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>What is done with the lists that forms pick from: departments, kinds of areas, types of meetings.</summary>
public static class CatalogueActs
{
    private static FormField Order { get; } = new("order", FieldKind.Integer);

    private static FormField HasPartyCommittee { get; } = new("hasPartyCommittee", FieldKind.YesNo) { Required = true };

    private static readonly FormField[] Department =
    [
        OrganisationForms.Name,
        new("shortName", FieldKind.Text) { Required = true, MaxLength = 50 },
        new("isSpecialist", FieldKind.YesNo) { Required = true, Clause = "Đ11" },
        new("domains", FieldKind.WorkDomains),
        Order,
    ];

    private static readonly FormField[] Kind = [OrganisationForms.Name, HasPartyCommittee, Order];

    private static readonly FormField[] Type = [OrganisationForms.Name, Order];

    public static IReadOnlyList<OrganisationAct> All { get; } =
    [
        OrganisationAct.Of(
            "department-create", Registers.Departments, ofRow: false, new DepartmentInputValidator(),
            (_, _, _) => new DepartmentInput { IsSpecialist = true }, CreateDepartment, [OrganisationForms.Code, .. Department]),
        OrganisationAct.Of(
            "department-edit", Registers.Departments, ofRow: true, new DepartmentInputValidator(),
            (directory, id, _) => InputOf(directory.Department(id)),
            (draft, id, input) => ChangeRow(draft.Directory.Department(id), d => Fill(d, input)), Department),
        OrganisationAct.Of(
            "area-kind-create", Registers.AreaKinds, ofRow: false, new AreaKindInputValidator(),
            (_, _, _) => new AreaKindInput { HasPartyCommittee = true }, CreateKind, [OrganisationForms.Code, .. Kind]),
        OrganisationAct.Of(
            "area-kind-edit", Registers.AreaKinds, ofRow: true, new AreaKindInputValidator(),
            (directory, id, _) => InputOf(KindOf(directory, id)),
            (draft, id, input) => ChangeRow(KindOf(draft.Directory, id), k => Fill(k, input)), Kind),
        OrganisationAct.Of(
            "area-kind-end", Registers.AreaKinds, ofRow: true, null, (_, _, day) => new EndInput { Last = day },
            (draft, id, input) => EndKind(draft, id, input.Last!.Value), OrganisationForms.Last, OrganisationForms.Reason)
            with { IsOpen = (directory, id, _) => KindOf(directory, id) is { ValidTo: null } },
        OrganisationAct.Of(
            "meeting-type-create", Registers.MeetingTypes, ofRow: false, new MeetingTypeInputValidator(),
            (_, _, _) => new MeetingTypeInput(), CreateType, [OrganisationForms.Code, .. Type]),
        OrganisationAct.Of(
            "meeting-type-edit", Registers.MeetingTypes, ofRow: true, new MeetingTypeInputValidator(),
            (directory, id, _) => InputOf(TypeOf(directory, id)),
            (draft, id, input) => ChangeRow(TypeOf(draft.Directory, id), t => Fill(t, input)), Type),
        OrganisationAct.Of(
            "meeting-type-end", Registers.MeetingTypes, ofRow: true, null, (_, _, day) => new EndInput { Last = day },
            (draft, id, input) => ChangeRow(TypeOf(draft.Directory, id), t => draft.End(input.Last!.Value, t)),
            OrganisationForms.Last, OrganisationForms.Reason)
            with { IsOpen = (directory, id, _) => TypeOf(directory, id) is { ValidTo: null } },
    ];

    private static DepartmentInput InputOf(Department? department) => department is null ? new() : new()
    {
        Name = department.Name,
        ShortName = department.ShortName,
        IsSpecialist = department.IsSpecialist,
        Domains = [.. department.WorkDomains],
        Order = department.Order,
    };

    private static AreaKindInput InputOf(AreaKind? kind) =>
        kind is null ? new() : new() { Name = kind.Name, HasPartyCommittee = kind.HasPartyCommittee, Order = kind.Order };

    private static MeetingTypeInput InputOf(MeetingType? type) => type is null ? new() : new() { Name = type.Name, Order = type.Order };

    private static Refusal? CreateDepartment(OrganisationDraft draft, string id, DepartmentInput input) =>
        AddRow(draft, input.Code, "P", draft.Directory.Data.Departments.Select(d => d.Id), code =>
        {
            var made = new Department { Id = code, Name = "", ShortName = "" };
            Fill(made, input);
            return made;
        });

    private static Refusal? CreateKind(OrganisationDraft draft, string id, AreaKindInput input) =>
        AddRow(draft, input.Code, "LOAI", draft.Directory.Data.Kinds.Select(k => k.Id), code =>
        {
            var made = new AreaKind { Id = code, Name = "", ValidFrom = draft.Today };
            Fill(made, input);
            return made;
        });

    private static Refusal? CreateType(OrganisationDraft draft, string id, MeetingTypeInput input) =>
        AddRow(draft, input.Code, "HOP", draft.Directory.Data.MeetingTypes.Select(t => t.Id), code =>
        {
            var made = new MeetingType { Id = code, Name = "", ValidFrom = draft.Today };
            Fill(made, input);
            return made;
        });

    private static AreaKind? KindOf(OrganisationDirectory directory, string id) => directory.Data.Kinds.FirstOrDefault(k => k.Id == id);

    private static MeetingType? TypeOf(OrganisationDirectory directory, string id) =>
        directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == id);

    private static Refusal? AddRow(
        OrganisationDraft draft, string? typed, string prefix, IEnumerable<string> taken, Func<string, object> make)
    {
        var ids = taken.ToList();
        var code = OrganisationForms.CodeOrNextFree(typed, prefix, 1, ids);
        if (ids.Contains(code))
        {
            return OrganisationAct.At("code", "Org.CodeTaken", code);
        }

        draft.Add(make(code));
        return null;
    }

    private static Refusal? ChangeRow<T>(T? row, Action<T> change)
        where T : class
    {
        if (row is null)
        {
            return Refusal.NotFound;
        }

        change(row);
        return null;
    }

    private static void Fill(Department department, DepartmentInput input)
    {
        department.Name = input.Name!.Trim();
        department.ShortName = input.ShortName!.Trim();
        department.IsSpecialist = input.IsSpecialist!.Value;
        department.Domains = string.Join(',', WorkDomains.All.Where(d => input.Domains?.Contains(d) == true));
        department.Order = input.Order ?? department.Order;
    }

    private static void Fill(AreaKind kind, AreaKindInput input) =>
        (kind.Name, kind.HasPartyCommittee, kind.Order) =
            (input.Name!.Trim(), input.HasPartyCommittee!.Value, input.Order ?? kind.Order);

    private static void Fill(MeetingType type, MeetingTypeInput input) =>
        (type.Name, type.Order) = (input.Name!.Trim(), input.Order ?? type.Order);

    // A12: a level that no longer exists ends; no area of it may go on.
    private static Refusal? EndKind(OrganisationDraft draft, string id, DateOnly last)
    {
        if (KindOf(draft.Directory, id) is not { } kind)
        {
            return Refusal.NotFound;
        }

        var left = OrganisationDraft.InForceFrom(draft.Directory.Data.Areas.Where(a => a.KindId == id), last.AddDays(1)).Select(a => a.Name)
            .ToList();
        if (left.Count > 0)
        {
            return OrganisationAct.At("last", "Org.KindStillUsed", left.Count, string.Join(", ", left.Take(3)));
        }

        draft.End(last, kind);
        return null;
    }
}
