using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>What is done with groups (Đ2.3, R-ORG-02, 03, 05).</summary>
public static class GroupActs
{
    private static readonly FormField[] People =
    [
        new("members", FieldKind.Rows)
        {
            Required = true,
            Clause = "Đ2.3",
            Items = [new("personId", FieldKind.Person) { Required = true }, new("specialities", FieldKind.WorkDomains)],
        },
        new("leadId", FieldKind.Person) { Required = true, Clause = "Đ2.3" },
        OrganisationForms.From,
        OrganisationForms.Decision,
    ];

    public static IReadOnlyList<OrganisationAct> All { get; } =
    [
        OrganisationAct.Of(
            "group-create", Registers.Groups, ofRow: false, new GroupCreateValidator(),
            (_, _, day) => new GroupCreateInput { From = day, Members = [new(), new()] }, Create,
            [OrganisationForms.Code, OrganisationForms.Name, .. People]),
        OrganisationAct.Of("group-members", Registers.Groups, ofRow: true, new GroupMembersValidator(), Known, ChangeMembers, People)
            with { IsOpen = IsOpen, IsShownFirst = true },
        OrganisationAct.Of(
            "group-edit", Registers.Groups, ofRow: true, null,
            (directory, id, _) => new GroupEditInput { Name = directory.Group(id)?.Name }, Rename, OrganisationForms.Name),
        OrganisationAct.Of(
            "group-end", Registers.Groups, ofRow: true, null, (_, _, day) => new EndInput { Last = day }, End,
            OrganisationForms.Last, OrganisationForms.Reason)
            with { IsOpen = IsOpen, IsShownFirst = true },
    ];

    private static bool IsOpen(OrganisationDirectory directory, string id, DateOnly day) => directory.Group(id) is { ValidTo: null };

    private static GroupMembersInput Known(OrganisationDirectory directory, string id, DateOnly day) => new()
    {
        LeadId = directory.LeadOf(id, day),
        From = day,
        Members =
            [.. directory.MembersOf(id, day)
                .Select(p => new GroupMemberInput { PersonId = p, Specialities = [.. directory.SpecialitiesOf(p, id, day)] })],
    };

    private static Refusal? Create(OrganisationDraft draft, string id, GroupCreateInput input)
    {
        var code = OrganisationForms.CodeOrNextFree(input.Code, "N", 2, draft.Directory.Data.Groups.Select(g => g.Id));
        if (draft.Directory.Group(code) is not null)
        {
            return OrganisationAct.At("code", "Org.CodeTaken", code);
        }

        if (WhyNotMembers(draft, input.Name!.Trim(), input.Members!, input.LeadId!, input.From!.Value) is { } refusal)
        {
            return refusal;
        }

        var decision = draft.Decision(input.Decision!);
        if (!decision.IsSuccess)
        {
            return decision.Refusal;
        }

        draft.Add(new MonitoringGroup { Id = code, Name = input.Name!.Trim(), ValidFrom = input.From!.Value });
        SetMembers(draft, code, input.Members!, input.LeadId!, input.From!.Value, decision.Value);
        return null;
    }

    private static Refusal? ChangeMembers(OrganisationDraft draft, string id, GroupMembersInput input)
    {
        var from = input.From!.Value;
        if (draft.Directory.Group(id) is not { } group || !group.IsValidOn(from))
        {
            return OrganisationAct.At("from", "Org.GroupNotValid", draft.Directory.Group(id)?.Name ?? id, from);
        }

        if (WhyNotMembers(draft, group.Name, input.Members!, input.LeadId!, from) is { } refusal)
        {
            return refusal;
        }

        var decision = draft.Decision(input.Decision!);
        if (!decision.IsSuccess)
        {
            return decision.Refusal;
        }

        SetMembers(draft, id, input.Members!, input.LeadId!, from, decision.Value);
        return null;
    }

    private static Refusal? Rename(OrganisationDraft draft, string id, GroupEditInput input)
    {
        if (draft.Directory.Group(id) is not { } group)
        {
            return Refusal.NotFound;
        }

        group.Name = input.Name!.Trim();
        return null;
    }

    private static Refusal? WhyNotMembers(
        OrganisationDraft draft, string groupName, GroupMemberInput[] members, string leadId, DateOnly from)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (draft.Directory.Person(members[i].PersonId!) is not { } person || !person.IsValidOn(from))
            {
                return OrganisationAct.At(
                    $"members[{i}].personId", "Org.PersonNotValid", draft.Directory.NameOf(members[i].PersonId), from);
            }

            if (Array.FindIndex(members, m => m.PersonId == members[i].PersonId) < i)
            {
                return OrganisationAct.At($"members[{i}].personId", "Org.MemberTwice", person.FullName);
            }
        }

        if (!Array.Exists(members, m => m.PersonId == leadId))
        {
            return OrganisationAct.At("leadId", OrganisationRefusals.LeadNotMember);
        }

        if (members.Length < 2)
        {
            return OrganisationAct.At("members", OrganisationRefusals.TooFewMembers(groupName));
        }

        return null;
    }

    // Who stays as before keeps the row, and with it the day since when: Đ4.2 counts the years.
    private static void SetMembers(
        OrganisationDraft draft, string id, GroupMemberInput[] members, string leadId, DateOnly from, Guid decisionId)
    {
        var rows = OrganisationDraft.InForceFrom(draft.Directory.Data.Memberships.Where(m => m.GroupId == id), from).ToList();
        bool Stays(GroupMembership row) =>
            row.ValidFrom <= from && row.ValidTo is null
            && Array.Exists(members, m => m.PersonId == row.PersonId) && row.IsLead == (row.PersonId == leadId);
        var stay = rows.Where(Stays).DistinctBy(r => r.PersonId).ToList();
        foreach (var row in stay)
        {
            var specialities = SpecialitiesOf(Array.Find(members, m => m.PersonId == row.PersonId)!);
            if (specialities != row.Specialities)
            {
                row.Specialities = specialities;
            }
        }

        draft.End(from.AddDays(-1), rows.Except(stay));
        draft.Add(members.Where(m => !stay.Exists(r => r.PersonId == m.PersonId)).Select(m => new GroupMembership
        {
            GroupId = id,
            PersonId = m.PersonId!,
            IsLead = m.PersonId == leadId,
            Specialities = SpecialitiesOf(m),
            DecisionId = decisionId,
            ValidFrom = from,
        }));
    }

    private static string SpecialitiesOf(GroupMemberInput member) =>
        string.Join(',', WorkDomains.All.Where(d => member.Specialities?.Contains(d) == true));

    private static Refusal? End(OrganisationDraft draft, string id, EndInput input)
    {
        var last = input.Last!.Value;
        if (draft.Directory.Group(id) is not { } group)
        {
            return Refusal.NotFound;
        }

        if (last < group.ValidFrom)
        {
            return OrganisationAct.At("last", "Org.EndsBeforeStart", group.ValidFrom);
        }

        var areas = draft.Directory.AreasOfGroup(id, last.AddDays(1)).Count();
        if (areas > 0 || draft.OpenCasesOf(id) > 0)
        {
            return OrganisationAct.At("last", "Org.GroupStillWorks", group.Name, areas, draft.OpenCasesOf(id));
        }

        draft.End(last, group);
        draft.End(last, OrganisationDraft.InForceFrom(draft.Directory.Data.Memberships.Where(m => m.GroupId == id), last.AddDays(1)));
        draft.End(last, OrganisationDraft.InForceFrom(draft.Directory.Data.Portfolios.Where(p => p.GroupId == id), last.AddDays(1)));
        return null;
    }
}
