using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.ReportItems;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-05, báo cáo tóm tắt địa bàn (Đ5.5): for whoever watches the area, the leader in charge and the head.</summary>
public sealed class AreaBriefings(PortalOperations operations, ReportItemQueries items, IEnumerable<IAreaFacts> sources)
{
    /// <summary>Items of one area that a briefing has room for.</summary>
    private const int MostItems = 500;

    /// <summary>Null when the person may have one made.</summary>
    public static Refusal? WhyNot(string areaId, CaseContext context)
    {
        var scope = AccessScope.Of(context.Actor.PersonId, context.Directory, context.Today);
        return context.Directory.Area(areaId) is not null && (scope.IsHead || scope.AreaIds.Contains(areaId)) ? null : Refusal.NotFound;
    }

    /// <summary>Makes one; that it was made is recorded first.</summary>
    /// <param name="since">First day that it is about; one that no calendar of an office has stands for half a year ago.</param>
    public async Task<Result<AreaBriefing>> MakeAsync(
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

        var group = context.Directory.GroupOfArea(areaId, context.Today);
        return new AreaBriefing(
            areaId, since, await FactsAsync(areaId, since, context, cancellation), await ItemsAsync(actor, areaId, cancellation), group,
            context.Directory.LeaderInCharge(areaId, group, context.Today));
    }

    // All that are open and nothing Restricted, the newest first.
    private async Task<IReadOnlyList<ReportItemRow>> ItemsAsync(Actor actor, string areaId, CancellationToken cancellation)
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
        string areaId, DateOnly since, CaseContext context, CancellationToken cancellation)
    {
        var scope = AccessScope.Of(context.Actor.PersonId, context.Directory, context.Today);
        var areas = context.Directory.WithPredecessors([areaId]);
        var (from, to) = (VietnamTime.StartOf(since), context.Now.AddMonths(2));
        return operations.ReadAsync<IReadOnlyList<AreaFact>>(async db =>
        {
            var readable = db.Cases.Where(CaseAccess.Content(scope)).Where(c => c.Sensitivity == Sensitivity.Normal);
            var facts = new List<AreaFact>();
            foreach (var source in sources)
            {
                facts.AddRange(await source.BetweenAsync(db, readable, areas, from, to, cancellation));
            }

            return [.. facts.OrderBy(f => f.At)];
        }, cancellation);
    }
}
