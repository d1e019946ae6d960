using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-05, báo cáo tóm tắt địa bàn (Đ5.5): for whoever watches the area, the leader in charge and the head.</summary>
public sealed class AreaDigests(PortalOperations operations, ReportItemQueries items, IEnumerable<IAreaFacts> sources)
{
    /// <summary>Items of one area that a digest has room for.</summary>
    private const int MostItems = 500;

    /// <summary>Null when the person may have one made.</summary>
    public static Refusal? WhyNot(string areaId, CaseContext context)
    {
        var scope = AccessScope.Of(context.Actor.PersonId, context.Directory, context.Today);
        return context.Directory.Area(areaId) is not null && (scope.IsHead || scope.AreaIds.Contains(areaId)) ? null : Refusal.NotFound;
    }

    /// <summary>Makes one; that it was made is recorded first.</summary>
    /// <param name="since">First day that it is about; one that no calendar of an office has stands for half a year ago.</param>
    public async Task<Result<AreaDigest>> MakeAsync(
        Actor actor, string areaId, DateOnly since, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (WhyNot(areaId, context) is { } refusal)
        {
            return refusal;
        }

        since = FormText.IsInRange(since) && since <= context.Today ? since : context.Today.AddMonths(-6);
        var recorded = await operations.RecordAsync(
            actor, "AreaReport.BriefingMade", areaId, since.Invariant(), cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        return await OfAsync([actor], areaId, since, context, cancellation);
    }

    /// <summary>
    /// What the draft of a briefing is made of (Đ5.5): what both who writes it and who is to have it may read, and nothing else.
    /// </summary>
    /// <param name="writer">Who writes it.</param>
    internal async Task<AreaDigest> ForAsync(
        Actor writer, AreaBriefing briefing, CaseContext context, CancellationToken cancellation = default)
    {
        var reader = briefing.AcceptorOf(context) ?? briefing.RequestedById;
        Actor[] both = reader == writer.PersonId ? [writer] : [writer, new Actor(reader, context.Directory.NameOf(reader))];
        var area = context.Directory.TodaysArea(briefing.AreaId, context.Today) ?? briefing.AreaId;
        return await OfAsync(both, area, briefing.Since, context, cancellation) with
        {
            RestrictedCases = await RestrictedAsync(both, area, context, cancellation),
        };
    }

    private async Task<AreaDigest> OfAsync(
        IReadOnlyList<Actor> people, string areaId, DateOnly since, CaseContext context, CancellationToken cancellation)
    {
        var group = context.Directory.GroupOfArea(areaId, context.Today);
        return new AreaDigest(
            areaId, since, await FactsAsync(people, areaId, since, context, cancellation), await ItemsAsync(people, areaId, cancellation),
            group, context.Directory.LeaderInCharge(areaId, group, context.Today));
    }

    // All that each of them reads that are open and nothing Restricted, the newest first.
    private async Task<IReadOnlyList<ReportItemRow>> ItemsAsync(
        IReadOnlyList<Actor> people, string areaId, CancellationToken cancellation)
    {
        var open = await ItemsAsync(people[0], areaId, cancellation);
        foreach (var other in people.Skip(1))
        {
            var theirs = (await ItemsAsync(other, areaId, cancellation)).Select(i => i.Id).ToHashSet();
            open.RemoveAll(i => !theirs.Contains(i.Id));
        }

        return open;
    }

    private async Task<List<ReportItemRow>> ItemsAsync(Actor actor, string areaId, CancellationToken cancellation)
    {
        var (open, read) = (new List<ReportItemRow>(), 0);
        for (var (page, total) = (0, 1); read < Math.Min(total, MostItems); page++)
        {
            var found = await items.ListAsync(actor, new ReportItemFilter { AreaId = areaId, Page = page }, cancellation);
            (read, total) = (read + ReportItemQueries.PageSize, found.Total);
            open.AddRange(found.Rows.Where(i => !i.IsRestricted));
        }

        return open;
    }

    private Task<IReadOnlyList<AreaFact>> FactsAsync(
        IReadOnlyList<Actor> people, string areaId, DateOnly since, CaseContext context, CancellationToken cancellation)
    {
        var areas = context.Directory.WithPredecessors([areaId]);
        var (from, to) = (VietnamTime.StartOf(since), context.Now.AddMonths(2));
        return operations.ReadAsync<IReadOnlyList<AreaFact>>(async db =>
        {
            var readable = ReadBy(people, db, context).Where(c => c.Sensitivity == Sensitivity.Normal);
            var facts = new List<AreaFact>();
            foreach (var source in sources)
            {
                facts.AddRange(await source.BetweenAsync(db, readable, areas, from, to, cancellation));
            }

            return [.. facts.OrderBy(f => f.At)];
        }, cancellation);
    }

    // Other briefings tell of nothing themselves.
    private async Task<IReadOnlyList<(string Number, LocalText Title, LocalText State)>> RestrictedAsync(
        IReadOnlyList<Actor> people, string areaId, CaseContext context, CancellationToken cancellation)
    {
        var areas = context.Directory.WithPredecessors([areaId]);
        var cases = await operations.ReadAsync(db => ReadBy(people, db, context)
            .Where(c => c.Sensitivity == Sensitivity.Restricted && c.State == CaseState.Open && c.ProcessKey != AreaBriefing.ProcessKey
                && c.Areas.Any(a => areas.Contains(a.AreaId)))
            .OrderBy(c => c.CreatedAt)
            .Take(MostItems)
            .Select(c => new { c.Number, c.Title, c.ProcessKey, c.Status })
            .ToListAsync(cancellation), cancellation);
        return [.. cases.Select(c => (c.Number, c.Title, LocalText.Of($"status.{c.ProcessKey}.{c.Status}")))];
    }

    // What each of them may read.
    private static IQueryable<Case> ReadBy(IReadOnlyList<Actor> people, PortalDbContext db, CaseContext context) =>
        people.Aggregate(db.Cases.AsQueryable(), (cases, person) => cases.Where(
            CaseAccess.Content(AccessScope.Of(person.PersonId, context.Directory, context.Today))));
}
