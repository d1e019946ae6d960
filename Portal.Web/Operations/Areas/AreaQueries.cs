using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Contacts;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.Areas;

/// <summary>
/// The page of an area: who watches it and since when is known to all; cases, items and ratings as far as the person may read them.
/// </summary>
public sealed class AreaQueries(PortalOperations operations, Schedule schedule, FollowUpQueries registers)
{
    private const int MaxRows = 15;

    /// <summary>Areas by name without tone marks; the person's own first.</summary>
    public async Task<IReadOnlyList<(MonitoredArea Area, string? GroupId)>> ListAsync(
        Actor actor, string search, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var own = AccessScope.Of(actor.PersonId, context.Directory, context.Today).AreaIds.ToHashSet();
        var words = Domain.Common.VietnameseText.QueryWords(search);
        return [.. context.Directory.Data.Areas.Where(a => words.All(a.SearchText.Contains))
            .OrderBy(a => !a.IsValidOn(context.Today))
            .ThenBy(a => !own.Contains(a.Id))
            .ThenBy(a => a.Name, Domain.Common.VietnameseText.Comparer)
            .Select(a => (a, context.Directory.GroupOfArea(a.Id, context.Today)))];
    }

    public async Task<AreaView?> FindAsync(Actor actor, string id, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (directory, today) = (context.Directory, context.Today);
        if (directory.Area(id) is not { } area)
        {
            return null;
        }

        var scope = AccessScope.Of(actor.PersonId, directory, today);
        var reads = scope.IsHead || scope.AreaIds.Contains(id);
        var group = directory.GroupOfArea(id, today);
        var calendar = await schedule.CalendarAsync(
            actor, new CalendarFilter(AreaId: id), context.Now.AddDays(-60), context.Now.AddDays(45), cancellation);
        var log = reads ? await registers.ListAsync(actor, FollowedKind.Contact, new FollowedFilter { AreaId = id }, cancellation) : null;
        return await operations.ReadAsync(async db => new AreaView(
            area,
            group,
            group is null ? null : directory.LeaderInCharge(id, group, today),
            [.. WatchersOf(directory, id, group, today)],
            [.. directory.PredecessorsOf(id)],
            [.. directory.SuccessorsOf(id)],
            reads ? [.. directory.Data.Contacts.Where(c => c.AreaId == id)] : [],
            reads ? [.. directory.Data.SubUnits.Where(u => u.AreaId == id)] : [],
            AreaBook.WhyNotKept(id, context) is null,
            reads,
            await OpenAsync(db, scope, directory.WithPredecessors([id]), cancellation),
            [.. log?.Rows.Take(MaxRows) ?? []],
            calendar), cancellation);
    }

    private static IEnumerable<Watcher> WatchersOf(OrganisationDirectory directory, string areaId, string? groupId, DateOnly day)
    {
        if (groupId is null)
        {
            yield break;
        }

        var decisions = directory.Data.Decisions.ToDictionary(d => d.Id);
        var given = directory.Data.Assignments.First(a => a.AreaId == areaId && a.GroupId == groupId && a.IsValidOn(day));
        foreach (var member in directory.Data.Memberships.Where(m => m.GroupId == groupId && m.IsValidOn(day))
            .OrderByDescending(m => m.IsLead))
        {
            // By the later of the two: the one that took the person into the group, or the one that gave the group the area.
            var decision = decisions.GetValueOrDefault(member.ValidFrom >= given.ValidFrom ? member.DecisionId : given.DecisionId);
            yield return new Watcher(
                member.PersonId,
                member.IsLead,
                directory.WatchedSince(member.PersonId, areaId, day),
                decision?.Number ?? "",
                decision?.Date);
        }
    }

    private static async Task<IReadOnlyList<CaseRow>> OpenAsync(
        PortalDbContext db, AccessScope scope, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        await db.Cases.Where(CaseAccess.Title(scope))
            .Where(c => c.State == CaseState.Open && c.Areas.Any(a => ids.Contains(a.AreaId)))
            .OrderByDescending(c => c.UpdatedAt)
            .Take(MaxRows)
            .Select(c => new CaseRow(
                c.Id,
                c.Number,
                c.Title,
                c.ProcessKey,
                c.GroupId,
                c.State,
                c.Status,
                c.HasIncident,
                c.InitiatorId,
                c.CreatedAt,
                c.UpdatedAt)).ToListAsync(cancellation);
}
