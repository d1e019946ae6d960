using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>What a month brought to an area, from the records of all modules, of contacts and of items (Đ5.1, Đ8.2).</summary>
public sealed class AreaMonths(PortalOperations operations, IEnumerable<IAreaFacts> sources)
{
    /// <summary>Items that are offered to one report, the oldest.</summary>
    private const int MostItems = 200;

    /// <summary>
    /// Nothing Restricted is in it: the report is for everybody of the group. Nothing at all for who may not know what is known of the
    /// area.
    /// </summary>
    /// <param name="month">First day of the month.</param>
    public async Task<AreaMonth> OfAsync(
        Actor actor, string areaId, DateOnly month, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        if (!Reads(scope, areaId) && !scope.Lent.Any(l => Reads(l.Scope, areaId)))
        {
            return new AreaMonth(month, [], 0, []);
        }

        var areas = context.Directory.WithPredecessors([areaId]).ToList();
        var (from, to) = (VietnamTime.StartOf(month), VietnamTime.StartOf(month.AddMonths(1)));
        var after = VietnamTime.StartOf(month.AddMonths(2));
        return await operations.ReadAsync(async db =>
        {
            var readable = db.Cases.Where(CaseAccess.Content(scope)).Where(c => c.Sensitivity == Sensitivity.Normal);
            var facts = new List<AreaFact>();
            foreach (var source in sources)
            {
                // What is planned is of the month after; all else of the month itself.
                facts.AddRange((await source.BetweenAsync(db, readable, areas, from, after, cancellation))
                    .Where(f => f.Kind == AreaFactKind.Planned ? f.At >= to : f.At < to));
            }

            var contacts = await db.ContactLogs.Where(c => c.Sensitivity == Sensitivity.Normal && c.State != FollowedState.Cancelled)
                .CountAsync(c => areas.Contains(c.AreaId) && c.At >= from && c.At < to, cancellation);
            return new AreaMonth(month, [.. facts.OrderBy(f => f.At)], contacts, await ItemsAsync(db, areas, scope, cancellation));
        }, cancellation);
    }

    private static bool Reads(AccessScope scope, string areaId) => scope.IsHead || scope.AreaIds.Contains(areaId);

    private static async Task<IReadOnlyList<ReportItem>> ItemsAsync(
        PortalDbContext db, List<string> areas, AccessScope scope, CancellationToken cancellation) =>
        await db.ReportItems.Where(ReportItemAccess.Readable(scope))
            .Where(i => areas.Contains(i.AreaId) && i.MergedIntoId == null && i.Sensitivity == Sensitivity.Normal)
            .Where(i => i.State == ReportItemState.New || i.State == ReportItemState.CarriedOver)
            .OrderBy(i => i.CreatedAt)
            .Take(MostItems)
            .ToListAsync(cancellation);
}
