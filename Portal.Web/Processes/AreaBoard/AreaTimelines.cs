using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>
/// All that the records say of an area and its predecessors, in the order of time: for whoever watches it, the leader in charge and the
/// head, by own right or by one that is lent. What is Restricted is named only to those who read it, and read where it is written.
/// </summary>
public sealed class AreaTimelines(
    PortalOperations operations, FollowUpQueries registers, ReportItemQueries items, IEnumerable<IAreaFacts> sources)
{
    /// <summary>Kinds beside <see cref="AreaFactKind"/>.</summary>
    public const string Contact = "Contact", Item = "Item", Restricted = "Restricted";

    /// <summary>Pages of a register that are read for one period.</summary>
    private const int MostPages = 20;

    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <returns>The latest first.</returns>
    public async Task<Result<IReadOnlyList<AreaTimelineEntry>>> OfAsync(
        Actor actor, string areaId, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        if (context.Directory.Area(areaId) is null || !Reads(scope, areaId))
        {
            return Refusal.NotFound;
        }

        var (begin, end) = (VietnamTime.StartOf(from), VietnamTime.EndOf(to));
        var ids = context.Directory.WithPredecessors([areaId]);
        var written = await operations.ReadAsync(async db => (IEnumerable<AreaTimelineEntry>)
        [
            .. await FactsAsync(db, ids, scope, begin, end, cancellation),
            .. await RestrictedAsync(db, ids, scope, begin, end, cancellation),
        ], cancellation);
        var noted = await ContactsAsync(actor, areaId, from, to, cancellation);
        var raised = await ItemsAsync(actor, areaId, begin, end, cancellation);
        return written.Concat(noted).Concat(raised).OrderByDescending(e => e.At).ToList();
    }

    private static bool Reads(AccessScope scope, string areaId) =>
        scope.IsHead || scope.AreaIds.Contains(areaId)
        || scope.Lent.Any(l => l.Processes.Length == 0 && (l.Scope.IsHead || l.Scope.AreaIds.Contains(areaId)));

    private async Task<IEnumerable<AreaTimelineEntry>> FactsAsync(
        PortalDbContext db, IReadOnlyCollection<string> ids, AccessScope scope, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var readable = db.Cases.Where(CaseAccess.Content(scope)).Where(c => c.Sensitivity == Sensitivity.Normal);
        var facts = new List<AreaFact>();
        foreach (var source in sources)
        {
            facts.AddRange(await source.BetweenAsync(db, readable, ids, from, to, cancellation));
        }

        // What is to come may lie behind the period that was asked for.
        return facts.Where(f => f.At >= from && f.At < to).Select(f => new AreaTimelineEntry(
            $"{f.Kind}", f.At, f.Number.Length > 0 ? Routes.Case(f.Number) : "", f.Number, f.Text, f.State));
    }

    private static async Task<IEnumerable<AreaTimelineEntry>> RestrictedAsync(
        PortalDbContext db, IReadOnlyCollection<string> ids, AccessScope scope, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var ofArea = db.Set<CaseArea>().Where(a => ids.Contains(a.AreaId)).Select(a => a.CaseId);
        var cases = await db.Cases.Where(CaseAccess.Content(scope)).Where(c => ofArea.Contains(c.Id))
            .Where(c => c.Sensitivity != Sensitivity.Normal && c.CreatedAt >= from && c.CreatedAt < to)
            .ToListAsync(cancellation);
        return cases.Where(c => CaseAccess.CanReadPart(scope, c, c.Sensitivity, "")).Select(c => new AreaTimelineEntry(
            Restricted, c.CreatedAt, Routes.Case(c.Number), c.Number, "", IsRestricted: true));
    }

    private async Task<List<AreaTimelineEntry>> ContactsAsync(
        Actor actor, string areaId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (found, page, total) = (new List<FollowedRow>(), 0, 1);
        while (found.Count < total && page < MostPages)
        {
            var filter = new FollowedFilter { AreaId = areaId, From = from, To = to, Page = page++ };
            var read = await registers.ListAsync(actor, FollowedKind.Contact, filter, cancellation);
            found.AddRange(read.Rows);
            total = read.Rows.Count == 0 ? 0 : read.Total;
        }

        return found.ConvertAll(c => new AreaTimelineEntry(
            Contact, c.At, Routes.FollowUp(FollowedKind.Contact, c.Id), "", c.IsRestricted ? "" : c.Subject, IsRestricted: c.IsRestricted));
    }

    private async Task<List<AreaTimelineEntry>> ItemsAsync(
        Actor actor, string areaId, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var (found, page, isMore) = (new List<ReportItemRow>(), 0, true);
        while (isMore && page < MostPages)
        {
            var filter = new ReportItemFilter { AreaId = areaId, Progress = ReportItemProgress.All, Page = page++ };
            var read = (await items.ListAsync(actor, filter, cancellation)).Rows;
            found.AddRange(read);
            isMore = read.Count == ReportItemQueries.PageSize && read[^1].CreatedAt >= from;
        }

        return
        [
            .. found.Where(i => i.CreatedAt >= from && i.CreatedAt < to).Select(i => new AreaTimelineEntry(
                Item, i.CreatedAt, Routes.ReportItem(i.Id), "", i.Content, LocalText.Of($"item-state.{i.State}"), i.IsRestricted)),
        ];
    }
}
