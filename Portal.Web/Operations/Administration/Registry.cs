using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Administration;

/// <summary>The lists that administrators keep, each as rows of text. Read by administrators and the head (section 13).</summary>
public sealed class Registry(PortalOperations operations, OrganisationAdministration administration)
{
    /// <summary>Columns of a list after code and name; text keys <c>column.…</c>.</summary>
    public static IReadOnlyList<string> Columns(string register) => register switch
    {
        Registers.Areas => ["kind", "group", "leader"],
        Registers.Groups => ["lead", "members", "areas", "leader"],
        Registers.Leaders => ["leaderPosition", "charge"],
        Registers.Staff => ["position", "department", "roles", "account"],
        Registers.Departments => ["shortName", "domains"],
        Registers.AreaKinds => ["areas"],
        _ => [],
    };

    public async Task<Result<Page<RegisterRow>>> ListAsync(
        Actor actor, string register, RegisterFilter filter, Func<string, string> text, CancellationToken cancellation = default)
    {
        if (!(await administration.RightsAsync(actor, cancellation)).Reads)
        {
            return Refusal.Forbidden;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var words = VietnameseText.Fold(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = Rows(register, context.Directory, context.Today, text)
            .Where(r => filter.WithEnded || r.To is not { } end || end >= context.Today)
            .Where(r => words.Length == 0
                || VietnameseText.Fold($"{r.Id} {r.Name} {string.Join(' ', r.Cells)}") is var folded && words.All(folded.Contains))
                    .ToList();
        var page = rows.Skip(Math.Max(0, filter.Page) * filter.PageSize).Take(filter.PageSize).ToList();
        return new Page<RegisterRow>(register == Registers.Staff ? await WithAccountsAsync(page, text, cancellation) : page, rows.Count);
    }

    public async Task<Result<RegisterDetail>> FindAsync(
        Actor actor, string register, string id, Func<string, string> text, CancellationToken cancellation = default)
    {
        var (reads, changes) = await administration.RightsAsync(actor, cancellation);
        if (!reads)
        {
            return Refusal.Forbidden;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (directory, today) = (context.Directory, context.Today);
        if (Rows(register, directory, today, text).FirstOrDefault(r => r.Id == id) is not { } row)
        {
            return Refusal.NotFound;
        }

        if (register == Registers.Staff)
        {
            row = (await WithAccountsAsync([row], text, cancellation))[0];
        }

        var acts = OrganisationAct.All.Where(a => changes && a.Register == register && a.OfRow && a.IsOpen(directory, id, today)).ToList();
        return new RegisterDetail(row, [.. History(register, id, directory, text).OrderByDescending(h => h.From)], acts);
    }

    /// <summary>The row's name; null where there is none.</summary>
    internal static string? NameOf(string register, string id, OrganisationDirectory directory) => register switch
    {
        Registers.Areas => directory.Area(id)?.Name,
        Registers.Groups => directory.Group(id)?.Name,
        Registers.Leaders or Registers.Staff => directory.Person(id)?.FullName,
        Registers.Departments => directory.Department(id)?.Name,
        Registers.AreaKinds => directory.Data.Kinds.FirstOrDefault(k => k.Id == id)?.Name,
        Registers.MeetingTypes => directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == id)?.Name,
        _ => null,
    };

    /// <summary>All rows of a list, in the order in which they are shown.</summary>
    internal static IEnumerable<RegisterRow> Rows(
        string register, OrganisationDirectory directory, DateOnly today, Func<string, string> text)
    {
        var data = directory.Data;
        return register switch
        {
            Registers.Areas =>
                data.Areas.OrderBy(a => a.Name, VietnameseText.Comparer)
                    .Select(a => (Area: a, Day: DayFor(a, today)))
                    .Select(x => (x.Area, x.Day, Group: directory.GroupOfArea(x.Area.Id, x.Day)))
                    .Select(x => new RegisterRow(
                        x.Area.Id, x.Area.Name,
                        [data.Kinds.FirstOrDefault(k => k.Id == x.Area.KindId)?.Name
                            ?? x.Area.KindId, x.Group is null
                                ? ""
                                : directory.Group(x.Group)?.Name
                                    ?? x.Group, directory.NameOf(directory.LeaderInCharge(x.Area.Id, x.Group, x.Day))],
                        x.Area.ValidFrom, x.Area.ValidTo, x.Group is null && x.Area.IsValidOn(today) ? "Registry.Unassigned" : null)),
            Registers.Groups =>
                data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal)
                    .Select(g => (Group: g, Day: DayFor(g, today)))
                    .Select(x => new RegisterRow(
                        x.Group.Id, x.Group.Name,
                        [directory.LeadOf(x.Group.Id, x.Day) is { } lead
                            ? directory.NameOf(lead)
                            : "", Count(directory.MembersOf(x.Group.Id, x.Day)
                                .Distinct()
                                .Count()), Count(directory.AreasOfGroup(x.Group.Id, x.Day)
                                    .Count()), directory.NameOf(directory.LeaderInCharge(null, x.Group.Id, x.Day))],
                        x.Group.ValidFrom, x.Group.ValidTo,
                        x.Group.IsValidOn(today) && OrganisationRules.WhyNotActive(x.Group, directory, today) is { } wrong
                            ? wrong.Code
                            : null)),
            Registers.Leaders =>
                data.Leaders.GroupBy(l => l.PersonId)
                    .Select(l => l.OrderByDescending(r => r.ValidFrom).First())
                    .OrderBy(l => l.Order)
                    .Select(l => new RegisterRow(
                        l.PersonId, directory.NameOf(l.PersonId),
                        [text($"option.position.{l.Position}") + (l.IsStanding ? $" {text("Registry.Standing")}" : ""), string.Join(
                            ", ",
                            directory.GroupsInCharge(l.PersonId, today)
                                .Select(g => directory.Group(g)?.Name ?? g)
                                .Concat(directory.AreasInCharge(l.PersonId, today).Select(directory.AreaName)))],
                        l.ValidFrom, l.ValidTo)),
            Registers.Staff => data.Staff.OrderBy(s => s.SortKey, StringComparer.Ordinal).Select(s => new RegisterRow(
                s.Id, s.FullName,
                [s.Position, directory.Department(s.DepartmentId)?.ShortName ?? "", string.Join(
                    ", ", directory.RolesOf(s.Id, today).Order().Select(r => text($"option.roles.{r}"))), ""],
                s.ValidFrom, s.ValidTo)),
            Registers.Departments =>
                data.Departments.OrderBy(d => d.Order)
                    .Select(d => new RegisterRow(
                        d.Id, d.Name, [d.ShortName, string.Join(", ", d.WorkDomains.Select(w => text($"domain.{w}")))], null, null)),
            Registers.AreaKinds =>
                data.Kinds.OrderBy(k => k.Order)
                    .Select(k => new RegisterRow(
                        k.Id, k.Name, [Count(data.Areas.Count(a => a.KindId == k.Id && a.IsValidOn(today)))], k.ValidFrom, k.ValidTo)),
            Registers.MeetingTypes =>
                data.MeetingTypes.OrderBy(t => t.Order).Select(t => new RegisterRow(t.Id, t.Name, [], t.ValidFrom, t.ValidTo)),
            _ => [],
        };

        static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // A row that has ended is shown as on its last day, a row that has not begun as on its first.
    private static DateOnly DayFor(IEffectiveDated row, DateOnly today)
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

    private static IEnumerable<HistoryLine> History(string register, string id, OrganisationDirectory directory, Func<string, string> text)
    {
        var data = directory.Data;
        var decisions = data.Decisions.ToDictionary(d => d.Id, d => $"{d.Number}, {d.Date:dd/MM/yyyy}, {directory.NameOf(d.SignerId)}");
        string ByDecision(Guid decision) => decisions.GetValueOrDefault(decision, "");
        return register switch
        {
            Registers.Areas =>
                data.Assignments.Where(a => a.AreaId == id)
                    .Select(a => new HistoryLine(
                        "Registry.AssignedTo",
                        directory.Group(a.GroupId)?.Name ?? a.GroupId,
                        a.ValidFrom,
                        a.ValidTo,
                        ByDecision(a.DecisionId)))
                    .Concat(data.Portfolios.Where(p => p.AreaId == id)
                        .Select(p => new HistoryLine("Registry.InChargeOf", directory.NameOf(p.PersonId), p.ValidFrom, p.ValidTo)))
                    .Concat(data.Lineage.Where(l => l.SuccessorId == id)
                        .Select(l => new HistoryLine(
                            "Registry.CameOf", $"{directory.AreaName(l.PredecessorId)} ({text($"option.kind.{l.Kind}")})", l.On, null)))
                    .Concat(data.Lineage.Where(l => l.PredecessorId == id)
                        .Select(l => new HistoryLine(
                            "Registry.Became", $"{directory.AreaName(l.SuccessorId)} ({text($"option.kind.{l.Kind}")})", l.On, null))),
            Registers.Groups =>
                data.Memberships.Where(m => m.GroupId == id)
                    .Select(m => new HistoryLine(
                        m.IsLead ? "Registry.Lead" : "Registry.Member",
                        directory.NameOf(m.PersonId),
                        m.ValidFrom,
                        m.ValidTo,
                        ByDecision(m.DecisionId)))
                    .Concat(data.Assignments.Where(a => a.GroupId == id)
                        .Select(a => new HistoryLine(
                            "Registry.Watches", directory.AreaName(a.AreaId), a.ValidFrom, a.ValidTo, ByDecision(a.DecisionId))))
                    .Concat(data.Portfolios.Where(p => p.GroupId == id)
                        .Select(p => new HistoryLine("Registry.InChargeOf", directory.NameOf(p.PersonId), p.ValidFrom, p.ValidTo))),
            Registers.Leaders =>
                data.Leaders.Where(l => l.PersonId == id)
                    .Select(l => new HistoryLine(
                        "Registry.Is",
                        text($"option.position.{l.Position}") + (l.IsStanding ? $" {text("Registry.Standing")}" : ""),
                        l.ValidFrom,
                        l.ValidTo))
                    .Concat(data.Portfolios.Where(p => p.PersonId == id)
                        .Select(p => new HistoryLine(
                            "Registry.HasCharge",
                            p.GroupId is { } g
                                ? directory.Group(g)?.Name ?? g
                                : p.AreaId is { } a ? directory.AreaName(a) : directory.Department(p.DepartmentId)?.Name ?? "",
                            p.ValidFrom,
                            p.ValidTo))),
            Registers.Staff =>
                data.Roles.Where(r => r.PersonId == id)
                    .Select(r => new HistoryLine("Registry.Role", text($"option.roles.{r.Role}"), r.ValidFrom, r.ValidTo))
                    .Concat(data.Memberships.Where(m => m.PersonId == id)
                        .Select(m => new HistoryLine(
                            m.IsLead ? "Registry.LeadOf" : "Registry.MemberOf",
                            directory.Group(m.GroupId)?.Name ?? m.GroupId,
                            m.ValidFrom,
                            m.ValidTo,
                            ByDecision(m.DecisionId)))),
            Registers.AreaKinds =>
                data.Areas.Where(a => a.KindId == id).Select(a => new HistoryLine("Registry.AreaOfKind", a.Name, a.ValidFrom, a.ValidTo)),
            _ => [],
        };
    }

    private async Task<List<RegisterRow>> WithAccountsAsync(
        List<RegisterRow> rows, Func<string, string> text, CancellationToken cancellation)
    {
        var ids = rows.ConvertAll(r => r.Id);
        var accounts = await operations.ReadAsync(
            db => db.Users.Where(u => ids.Contains(u.PersonId))
                .Select(u => new { u.PersonId, u.UserName, u.LockoutEnd })
                .ToListAsync(cancellation),
            cancellation);
        return rows.ConvertAll(r => r with
        {
            Cells =
            [
                .. r.Cells.SkipLast(1),
                accounts.Find(a => a.PersonId == r.Id) is { } account
                    ? account.LockoutEnd == DateTimeOffset.MaxValue ? $"{account.UserName} ({text("Registry.Locked")})" : account.UserName!
                    : "",
            ],
        });
    }
}
