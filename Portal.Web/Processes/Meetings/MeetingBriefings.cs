using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2, step 5: what the preparation of a meeting is offered of its areas, as far as the person may know of it.</summary>
public sealed class MeetingBriefings(PortalOperations operations)
{
    /// <summary>Trips and meetings that are looked through for the last of each, the newest.</summary>
    private const int MostCases = 300;

    public async Task<IReadOnlyList<AreaBrief>> OfAsync(
        Actor actor, IReadOnlyCollection<string> areaIds, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        return areaIds.Count == 0 ? [] : await operations.ReadAsync(async db =>
        {
            var begun = (await db.Set<CaseArea>().Where(a => areaIds.Contains(a.AreaId))
                .Join(
                    db.Cases.Where(CaseAccess.Title(scope)).Where(c => c.BeganAt != null), a => a.CaseId, c => c.Id,
                    (a, c) => new { a.AreaId, c.Engagement, c.Number, c.BeganAt })
                .OrderByDescending(c => c.BeganAt)
                .Take(MostCases)
                .ToListAsync(cancellation)).ToLookup(c => c.AreaId);
            var items = await db.ReportItems.Where(ReportItemAccess.Open).Where(ReportItemAccess.Readable(scope))
                .Where(i => areaIds.Contains(i.AreaId) && i.Sensitivity == Sensitivity.Normal)
                .GroupBy(i => i.AreaId)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
            (string, DateTime)? LastOf(string area, EngagementKind kind) =>
                begun[area].FirstOrDefault(c => c.Engagement == kind) is { } last ? (last.Number, last.BeganAt!.Value) : null;
            return (IReadOnlyList<AreaBrief>)
            [
                .. areaIds.Select(a => new AreaBrief(
                    a, LastOf(a, EngagementKind.Trip), LastOf(a, EngagementKind.Meeting), items.GetValueOrDefault(a))),
            ];
        }, cancellation);
    }
}
