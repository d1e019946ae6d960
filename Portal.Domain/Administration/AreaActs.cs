using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>What is done with areas (Đ2.1, R-ORG-01, 03, 06, 07).</summary>
public static class AreaActs
{
    private static readonly FormField[] Described =
    [
        new("parentId", FieldKind.Area),
        new("partyCommittee", FieldKind.Text) { MaxLength = 300 },
        new("organizingBody", FieldKind.Text) { MaxLength = 300 },
        new("address", FieldKind.Text) { MaxLength = 300 },
    ];

    private static FormField Kind { get; } = new("kindId", FieldKind.AreaKind) { Required = true };

    private static FormField Group { get; } = new("groupId", FieldKind.Group) { Required = true, Clause = "Đ2.3" };

    public static IReadOnlyList<OrganisationAct> All { get; } =
    [
        OrganisationAct.Of(
            "area-create", Registers.Areas, ofRow: false, new AreaCreateValidator(),
            (_, _, day) => new AreaCreateInput { From = day, OrganizingBody = "Ban Xây dựng Đảng" }, Create,
            [
                OrganisationForms.Code, OrganisationForms.Name, Kind, .. Described, OrganisationForms.From, Group,
                OrganisationForms.Decision,
            ]),
        OrganisationAct.Of(
            "area-reorganize", Registers.Areas, ofRow: false, new AreaReorganizeValidator(),
            (_, _, day) => new AreaReorganizeInput { From = day, Successors = [new()] }, Reorganize,
            new FormField("kind", FieldKind.Choice) { Required = true, Options = [.. Enum.GetNames<LineageKind>()] },
            new FormField("areaIds", FieldKind.Areas) { Required = true },
            OrganisationForms.From,
            new FormField("successors", FieldKind.Rows)
            {
                Required = true,
                Items =
                [
                    new("existingId", FieldKind.Area),
                    new("name", FieldKind.Text) { MaxLength = 200 },
                    new("kindId", FieldKind.AreaKind),
                    new("groupId", FieldKind.Group),
                ],
            },
            OrganisationForms.Decision)
            with { IsShownFirst = true },
        OrganisationAct.Of(
            "area-assign", Registers.Areas, ofRow: false, null, (_, _, day) => new AreaAssignInput { From = day },
            Assign,
            new FormField("areaIds", FieldKind.Areas) { Required = true }, Group, OrganisationForms.From, OrganisationForms.Decision)
            with { IsShownFirst = true },
        OrganisationAct.Of("area-edit", Registers.Areas, ofRow: true, null, Known, Edit,
            [
                OrganisationForms.Name, .. Described,
                new FormField("contacts", FieldKind.Rows)
                {
                    Clause = "Đ9.1",
                    Items =
                    [
                        new("fullName", FieldKind.Text) { Required = true, MaxLength = 200 },
                        new("position", FieldKind.Text) { Required = true, MaxLength = 200 },
                        new("phone", FieldKind.Text) { MaxLength = 50 },
                    ],
                },
            ]),
        OrganisationAct.Of(
            "area-end", Registers.Areas, ofRow: true, null, (_, _, day) => new EndInput { Last = day },
            (draft, id, input) => End(draft, [id], input.Last!.Value, "last"), OrganisationForms.Last, OrganisationForms.Reason)
            with { IsOpen = (directory, id, _) => directory.Area(id) is { ValidTo: null }, IsShownFirst = true },
    ];

    private static AreaEditInput Known(OrganisationDirectory directory, string id, DateOnly day) =>
        directory.Area(id) is not { } area ? new AreaEditInput() : new AreaEditInput
        {
            Name = area.Name,
            ParentId = area.ParentId,
            PartyCommittee = area.PartyCommittee,
            OrganizingBody = area.OrganizingBody,
            Address = area.Address,
            Contacts = ContactsOf(directory, id),
        };

    internal static ContactInput[] ContactsOf(OrganisationDirectory directory, string areaId) =>
    [
        .. directory.Data.Contacts.Where(c => c.AreaId == areaId)
            .Select(c => new ContactInput { FullName = c.FullName, Position = c.Position, Phone = c.Phone }),
    ];

    private static Refusal? Create(OrganisationDraft draft, string id, AreaCreateInput input)
    {
        var code = OrganisationForms.CodeOrNextFree(input.Code, "A", 3, draft.Directory.Data.Areas.Select(a => a.Id));
        if (draft.Directory.Area(code) is not null)
        {
            return OrganisationAct.At("code", "Org.CodeTaken", code);
        }

        if (WhyNotKind(draft, input.KindId!, input.From!.Value) is { } kind)
        {
            return OrganisationAct.At("kindId", kind);
        }

        if (WhyNotParent(draft, code, input.ParentId) is { } parent)
        {
            return parent;
        }

        if (WhyNotGroup(draft, input.GroupId!, input.From!.Value) is { } noGroup)
        {
            return noGroup;
        }

        var decision = draft.Decision(input.Decision!);
        if (!decision.IsSuccess)
        {
            return decision.Refusal;
        }

        draft.Add(new MonitoredArea
        {
            Id = code,
            Name = input.Name!.Trim(),
            KindId = input.KindId!,
            ParentId = NullIfEmpty(input.ParentId),
            PartyCommittee = input.PartyCommittee ?? "",
            OrganizingBody = input.OrganizingBody ?? "",
            Address = input.Address ?? "",
            ValidFrom = input.From!.Value,
        });
        return GiveToGroup(draft, [code], input.GroupId!, input.From!.Value, decision.Value);
    }

    private static Refusal? Edit(OrganisationDraft draft, string id, AreaEditInput input)
    {
        if (draft.Directory.Area(id) is not { } area)
        {
            return Refusal.NotFound;
        }

        if (WhyNotParent(draft, id, input.ParentId) is { } parent)
        {
            return parent;
        }

        (area.Name, area.ParentId, area.PartyCommittee, area.OrganizingBody, area.Address) =
            (input.Name!.Trim(), NullIfEmpty(input.ParentId), input.PartyCommittee ?? "", input.OrganizingBody ?? "", input.Address ?? "");
        var before = draft.Directory.Data.Contacts.Where(c => c.AreaId == id).ToList();
        var after = (input.Contacts ?? []).Select(c => ContactOf(id, c)).ToList();
        if (!before.Select(c => (c.FullName, c.Position, c.Phone)).SequenceEqual(after.Select(c => (c.FullName, c.Position, c.Phone))))
        {
            draft.Replace(before, after);
        }

        return null;
    }

    private static AreaContact ContactOf(string areaId, ContactInput input) => new()
    {
        AreaId = areaId,
        FullName = input.FullName!.Trim(),
        Position = input.Position!.Trim(),
        Phone = input.Phone ?? "",
    };

    private static Refusal? Reorganize(OrganisationDraft draft, string id, AreaReorganizeInput input)
    {
        var (from, before) = (input.From!.Value, input.AreaIds!.Distinct().ToList());
        if ((WhyNotSuccessors(draft, before, input) ?? WhyNotPredecessors(draft, before, from)) is { } wrong)
        {
            return wrong;
        }

        var decision = draft.Decision(input.Decision!);
        if (!decision.IsSuccess)
        {
            return decision.Refusal;
        }

        if (End(draft, before, from.AddDays(-1), "from") is { } refusal)
        {
            return refusal;
        }

        foreach (var successor in input.Successors!)
        {
            var code = string.IsNullOrEmpty(successor.ExistingId) ? AddSuccessor(draft, before, successor, from) : successor.ExistingId;
            draft.Add(before.Select(b => new AreaLineage { PredecessorId = b, SuccessorId = code, Kind = input.Kind!.Value, On = from }));
            if (successor.GroupId is { Length: > 0 } group && GiveToGroup(draft, [code], group, from, decision.Value) is { } notGiven)
            {
                return notGiven;
            }
        }

        return null;
    }

    private static Refusal? WhyNotSuccessors(OrganisationDraft draft, List<string> before, AreaReorganizeInput input)
    {
        var (from, successors) = (input.From!.Value, input.Successors!);
        for (var i = 0; i < successors.Length; i++)
        {
            if (successors[i].ExistingId is { Length: > 0 } existing
                && (before.Contains(existing) || draft.Directory.Area(existing)?.IsValidOn(from) != true))
            {
                return OrganisationAct.At($"successors[{i}].existingId", "Org.SuccessorNotValid");
            }

            if (successors[i].KindId is { Length: > 0 } kind && WhyNotKind(draft, kind, from) is { } notKind)
            {
                return OrganisationAct.At($"successors[{i}].kindId", notKind);
            }

            if (successors[i].GroupId is { Length: > 0 } group && WhyNotGroup(draft, group, from) is { } noGroup)
            {
                return noGroup;
            }
        }

        return null;
    }

    // Each area that is reorganised is there until the day before.
    private static Refusal? WhyNotPredecessors(OrganisationDraft draft, List<string> before, DateOnly from)
    {
        var last = from.AddDays(-1);
        var missing = before.Where(b => draft.Directory.Area(b)?.IsValidOn(last) != true).Select(draft.Directory.AreaName).ToList();
        return missing.Count == 0 ? null : OrganisationAct.At("areaIds", "Org.AreaNotValid", string.Join(", ", missing), last);
    }

    /// <returns>The code of the new area. What comes of one area alone keeps its address and contacts.</returns>
    private static string AddSuccessor(OrganisationDraft draft, List<string> before, SuccessorInput successor, DateOnly from)
    {
        var code = OrganisationForms.CodeOrNextFree(null, "A", 3, draft.Directory.Data.Areas.Select(a => a.Id));
        var (first, isOnly) = (draft.Directory.Area(before[0])!, before.Count == 1);
        draft.Add(new MonitoredArea
        {
            Id = code,
            Name = successor.Name!.Trim(),
            KindId = successor.KindId!,
            PartyCommittee = $"Đảng ủy {successor.Name!.Trim()}",
            OrganizingBody = first.OrganizingBody,
            Address = isOnly ? first.Address : "",
            ValidFrom = from,
        });
        if (isOnly)
        {
            var contacts = draft.Directory.Data.Contacts.Where(c => c.AreaId == first.Id)
                .Select(c => new AreaContact { AreaId = code, FullName = c.FullName, Position = c.Position, Phone = c.Phone });
            draft.Add(contacts.ToList());
        }

        return code;
    }

    private static Refusal? Assign(OrganisationDraft draft, string id, AreaAssignInput input)
    {
        if (WhyNotGroup(draft, input.GroupId!, input.From!.Value) is { } noGroup)
        {
            return noGroup;
        }

        var decision = draft.Decision(input.Decision!);
        return decision.IsSuccess
            ? GiveToGroup(draft, input.AreaIds!, input.GroupId!, input.From!.Value, decision.Value)
            : decision.Refusal;
    }

    // R-ORG-07: the watch and the leader's charge end with the area.
    private static Refusal? End(OrganisationDraft draft, IReadOnlyList<string> ids, DateOnly last, string field)
    {
        foreach (var id in ids)
        {
            if (draft.Directory.Area(id) is not { } area)
            {
                return Refusal.NotFound;
            }

            if (last < area.ValidFrom)
            {
                return OrganisationAct.At(field, "Org.EndsBeforeStart", area.ValidFrom);
            }

            draft.End(last, OrganisationDraft.InForceFrom(draft.Directory.Data.Assignments.Where(a => a.AreaId == id), last.AddDays(1)));
            draft.End(last, OrganisationDraft.InForceFrom(draft.Directory.Data.Portfolios.Where(p => p.AreaId == id), last.AddDays(1)));
            draft.End(last, area);
        }

        return null;
    }

    // R-ORG-01: who watched an area before no longer does from that day on.
    private static Refusal? GiveToGroup(
        OrganisationDraft draft, IEnumerable<string> areaIds, string groupId, DateOnly from, Guid decisionId)
    {
        if (WhyNotGroup(draft, groupId, from) is { } noGroup)
        {
            return noGroup;
        }

        foreach (var id in areaIds.Distinct())
        {
            var before = OrganisationDraft.InForceFrom(draft.Directory.Data.Assignments.Where(a => a.AreaId == id), from).ToList();
            if (before.Count == 1 && before[0].GroupId == groupId && before[0].ValidFrom <= from && before[0].ValidTo is null)
            {
                continue;
            }

            draft.End(from.AddDays(-1), before);
            draft.Add(new AreaAssignment { AreaId = id, GroupId = groupId, DecisionId = decisionId, ValidFrom = from });
        }

        return null;
    }

    private static Refusal? WhyNotGroup(OrganisationDraft draft, string groupId, DateOnly from) =>
        draft.Directory.Group(groupId) is { } group && group.IsValidOn(from) ? null
        : OrganisationAct.At("groupId", "Org.GroupNotValid", draft.Directory.Group(groupId)?.Name ?? groupId, from);

    private static Refusal? WhyNotKind(OrganisationDraft draft, string kindId, DateOnly from) =>
        draft.Directory.Data.Kinds.FirstOrDefault(k => k.Id == kindId) is not { } kind || !kind.IsValidOn(from)
            ? OrganisationRefusals.KindNotValid(from)
            : null;

    // A parent is another area, and no area is its own ancestor.
    private static Refusal? WhyNotParent(OrganisationDraft draft, string id, string? parentId)
    {
        for (var at = NullIfEmpty(parentId); at is not null; at = draft.Directory.Area(at)?.ParentId)
        {
            if (at == id)
            {
                return OrganisationAct.At("parentId", "Org.OwnParent");
            }
        }

        return NullIfEmpty(parentId) is { } parent && draft.Directory.Area(parent) is null
            ? OrganisationAct.At("parentId", "Common.WrongType")
            : null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
