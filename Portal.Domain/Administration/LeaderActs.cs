using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>
/// What is done with leaders and what they are in charge of (Đ2.5, R-ORG-08). The row is the person. Leaders approve all of it: who could
/// make a leader alone would approve everything else alone.
/// </summary>
public static class LeaderActs
{
    public static IReadOnlyList<OrganisationAct> All { get; } =
    [
        OrganisationAct.Of("leader-add", Registers.Leaders, ofRow: false, new LeaderAddValidator(),
            (directory, _, day) => new LeaderAddInput
            {
                From = day,
                Position = LeaderPosition.Deputy,
                IsStanding = false,
                Order = directory.Data.Leaders.Select(l => l.Order + 1).DefaultIfEmpty().Max(),
            },
            Add,
            new FormField("personId", FieldKind.Person) { Required = true },
            new FormField("position", FieldKind.Choice) { Required = true, Options = [.. Enum.GetNames<LeaderPosition>()] },
            new FormField("isStanding", FieldKind.YesNo) { When = new FieldCondition("position", nameof(LeaderPosition.Deputy)) },
            new FormField("order", FieldKind.Integer), OrganisationForms.From)
            with { IsShownFirst = true },
        OrganisationAct.Of("leader-portfolio", Registers.Leaders, ofRow: true, null, Known, Portfolio,
            new FormField("groupIds", FieldKind.Groups), new FormField("areaIds", FieldKind.Areas), OrganisationForms.From)
                with { IsOpen = (directory, id, day) => directory.IsLeader(id, day), IsShownFirst = true },
        OrganisationAct.Of(
            "leader-end", Registers.Leaders, ofRow: true, null, (_, _, day) => new EndInput { Last = day }, End,
            OrganisationForms.Last, OrganisationForms.Reason)
            with
            {
                IsOpen = (directory, id, day) => directory.Data.Leaders.Any(l => l.PersonId == id && l.ValidTo is null),
                IsShownFirst = true,
            },
    ];

    private static PortfolioInput Known(OrganisationDirectory directory, string id, DateOnly day)
    {
        var own = directory.Data.Portfolios.Where(p => p.PersonId == id && p.IsValidOn(day)).ToList();
        return new PortfolioInput
        {
            From = day,
            GroupIds = [.. own.Select(p => p.GroupId).OfType<string>()],
            AreaIds = [.. own.Select(p => p.AreaId).OfType<string>()],
        };
    }

    private static Refusal? Add(OrganisationDraft draft, string id, LeaderAddInput input)
    {
        var (person, from, isHead) = (input.PersonId!, input.From!.Value, input.Position == LeaderPosition.Head);
        if (draft.Directory.Person(person)?.IsValidOn(from) != true)
        {
            return OrganisationAct.At("personId", "Org.PersonNotValid", draft.Directory.NameOf(person), from);
        }

        // One head, one standing deputy at a time; a leader who moves up leaves the old position.
        var standing = input.IsStanding == true && !isHead;
        bool Leaves(CommitteeLeader leader) =>
            leader.PersonId == person || (isHead && leader.Position == LeaderPosition.Head) || (standing && leader.IsStanding);
        var leaving = OrganisationDraft.InForceFrom(draft.Directory.Data.Leaders, from).Where(Leaves).ToList();
        foreach (var other in leaving.Where(l => l.PersonId != person && l.ValidFrom < from))
        {
            // Who gives up being the standing deputy stays a deputy.
            if (!isHead)
            {
                draft.Add(
                    new CommitteeLeader { PersonId = other.PersonId, Position = other.Position, Order = other.Order, ValidFrom = from });
            }
            else
            {
                EndRoles(draft, other.PersonId, from.AddDays(-1));
            }
        }

        draft.End(from.AddDays(-1), leaving);
        EndRoles(draft, person, from.AddDays(-1));
        draft.Add(
            new CommitteeLeader
            {
                PersonId = person,
                Position = input.Position!.Value,
                IsStanding = standing,
                Order = input.Order ?? 0,
                ValidFrom = from,
            },
            new RoleGrant { PersonId = person, Role = isHead ? Role.HeadOfCommittee : Role.DeputyHead, ValidFrom = from });
        return null;
    }

    private static Refusal? End(OrganisationDraft draft, string id, EndInput input)
    {
        var last = input.Last!.Value;
        var rows = OrganisationDraft.InForceFrom(draft.Directory.Data.Leaders.Where(l => l.PersonId == id), last.AddDays(1)).ToList();
        if (rows.Count == 0)
        {
            return Refusal.NotFound;
        }

        // R-ORG-08 always finds somebody: without a head nothing could be decided.
        if (rows.Exists(l => l.Position == LeaderPosition.Head))
        {
            return OrganisationAct.At("last", "Org.HeadMissing");
        }

        draft.End(last, rows);
        draft.End(last, OrganisationDraft.InForceFrom(draft.Directory.Data.Portfolios.Where(p => p.PersonId == id), last.AddDays(1)));
        EndRoles(draft, id, last);
        return null;
    }

    private static Refusal? Portfolio(OrganisationDraft draft, string id, PortfolioInput input)
    {
        var from = input.From!.Value;
        if (!draft.Directory.IsLeader(id, from))
        {
            return OrganisationAct.At("from", "Org.NotLeaderThen", draft.Directory.NameOf(id), from);
        }

        var (groups, areas) = ((input.GroupIds ?? []).Distinct().ToList(), (input.AreaIds ?? []).Distinct().ToList());
        if (groups.Find(g => draft.Directory.Group(g)?.IsValidOn(from) != true) is { } group)
        {
            return OrganisationAct.At("groupIds", "Org.GroupNotValid", draft.Directory.Group(group)?.Name ?? group, from);
        }

        if (areas.Find(a => draft.Directory.Area(a)?.IsValidOn(from) != true) is { } area)
        {
            return OrganisationAct.At("areaIds", "Org.AreaNotValid", draft.Directory.AreaName(area), from);
        }

        bool IsNamed(LeaderPortfolio row) =>
            (row.GroupId is { } g && groups.Contains(g)) || (row.AreaId is { } a && areas.Contains(a));
        var rows = OrganisationDraft.InForceFrom(draft.Directory.Data.Portfolios, from)
            .Where(p => p.DepartmentId is null && (p.PersonId == id || IsNamed(p))).ToList();
        var stay = rows.Where(p => p.PersonId == id && p.ValidFrom <= from && p.ValidTo is null && IsNamed(p)).ToList();
        draft.End(from.AddDays(-1), rows.Except(stay));
        var newGroups = groups.Where(g => !stay.Exists(p => p.GroupId == g));
        var newAreas = areas.Where(a => !stay.Exists(p => p.AreaId == a));
        draft.Add(newGroups.Select(g => new LeaderPortfolio { PersonId = id, GroupId = g, ValidFrom = from }));
        draft.Add(newAreas.Select(a => new LeaderPortfolio { PersonId = id, AreaId = a, ValidFrom = from }));
        return null;
    }

    private static void EndRoles(OrganisationDraft draft, string personId, DateOnly last) =>
        draft.End(
            last,
            OrganisationDraft.InForceFrom(
                draft.Directory.Data.Roles.Where(r => r.PersonId == personId && r.Role is Role.HeadOfCommittee or Role.DeputyHead),
                last.AddDays(1)));
}
