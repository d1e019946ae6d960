using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Monthly plans as people see them (RP-01, RP-02).</summary>
public sealed class TripPlans(PortalOperations operations, ProcessCatalogue processes)
{
    /// <summary>The plan's item as the first page of a notice shows it; null where it may not be seen or is not open.</summary>
    public async Task<TripPlanItem?> FindOpenItemAsync(Actor actor, Guid itemId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var item = await operations.ReadAsync(
            db => db.Set<TripPlanItem>().FirstOrDefaultAsync(i => i.Id == itemId && groups.Contains(i.GroupId), cancellation),
            cancellation);
        return item?.WhyNotNotifiable(item.GroupId) is null ? item : null;
    }

    /// <summary>RP-01 and RP-02: plans and trips of a month that the person may see.</summary>
    /// <param name="groupId">Only this group; empty for all.</param>
    public async Task<PlanBoard> BoardAsync(Actor actor, DateOnly month, string groupId = "", CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var (first, last) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1));
        var (from, to) = (
            VietnamTime.ToUtc(first.ToDateTime(TimeOnly.MinValue)), VietnamTime.ToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var mine = context.Directory.GroupsOf(actor.PersonId, context.Today).ToHashSet();
        return await operations.ReadAsync(async db =>
        {
            var cases = db.Cases.Where(CaseAccess.Title(scope));
            var plans = await db.Set<MonthlyTripPlan>().Where(p => p.Month == first && (groupId == "" || p.GroupId == groupId))
                .Join(cases, p => p.CaseId, c => c.Id, (p, c) => new { Plan = p, c.Number }).ToListAsync(cancellation);
            var trips = await db.Set<FieldTrip>()
                .Where(t => t.DepartsAt >= from && t.DepartsAt < to && (groupId == "" || t.GroupId == groupId))
                .Join(cases, t => t.CaseId, c => c.Id, (t, c) => new
                {
                    t.CaseId,
                    t.GroupId,
                    t.DepartsAt,
                    t.ReturnsAt,
                    t.IsAdHoc,
                    t.Status,
                    t.TripLeaderId,
                    c.Number,
                    c.Title,
                    c.Sensitivity,
                    Areas = c.Areas.Select(a => a.AreaId).ToList(),
                })
                .ToListAsync(cancellation);
            var readable = (await db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => plans.Select(p => p.Plan.CaseId).Contains(c.Id))
                .Select(c => c.Id)
                .ToListAsync(cancellation)).ToHashSet();
            var tripIds = plans.SelectMany(p => p.Plan.Items).Select(i => i.TripId).OfType<Guid>().ToList();
            var numbers = await cases.Where(c => tripIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
            var rows = plans.SelectMany(p => p.Plan.Items.Select(i =>
            {
                var content = readable.Contains(p.Plan.CaseId);
                return new PlanRow(
                    i.Id,
                    i.GroupId,
                    p.Number,
                    i.Number,
                    i.DateFrom,
                    i.DateTo,
                    i.Content.AreaIds ?? [],
                    i.Content.Place ?? "",
                    content ? i.Content.Purpose ?? "" : "",
                    i.TripLeaderId, i.State, content ? i.Directive : "", content ? i.Reason : "", i.MovedFrom,
                    i.TripId is { } t ? numbers.GetValueOrDefault(t) : null,
                    mine.Contains(i.GroupId) && i.WhyNotNotifiable(i.GroupId) is null);
            }))
                .Concat(
                    trips.Where(t => t.IsAdHoc)
                        .Select(t => new PlanRow(
                            null,
                            t.GroupId,
                            null,
                            0,
                            VietnamTime.DayOf(t.DepartsAt),
                            VietnamTime.DayOf(t.ReturnsAt),
                            t.Areas,
                            "",
                            "",
                            t.TripLeaderId, StateOf(t.Status), "", "", null, t.Number, false)));
            var byGroup = plans.ToDictionary(p => p.Plan.GroupId);
            var all = rows.OrderBy(r => r.From).ThenBy(r => r.GroupId).ThenBy(r => r.Number).ToList();
            var totals = byGroup.Keys.Union(trips.Select(t => t.GroupId)).Order(StringComparer.Ordinal).Select(g =>
            {
                var plan = byGroup.GetValueOrDefault(g);
                var items = all.Where(r => r.GroupId == g && r.ItemId is not null).ToList();
                return new PlanTotals(
                    g,
                    plan?.Number,
                    plan?.Plan.Status,
                    plan?.Plan.NoTrip == true,
                    items.Count,
                    items.Count(i => i.State == PlanItemState.Done),
                    items.Count(i => i.State == PlanItemState.Notified),
                    items.Count(i => i.State == PlanItemState.Dropped), all.Count(r => r.GroupId == g && r.ItemId is null));
            });
            return new PlanBoard([.. totals], all);
        }, cancellation);
    }

    /// <summary>
    /// Step 1: the group's areas, unvisited longest first, with what is open there. For members and the leaders of the group.
    /// </summary>
    public async Task<IReadOnlyList<PlanSuggestion>> SuggestAsync(Actor actor, string groupId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        if (!scope.IsHead && !scope.GroupIds.Contains(groupId))
        {
            return [];
        }

        var areas = context.Directory.AreasOfGroup(groupId, context.Today).ToList();
        var orders = processes.All.Where(p => p.Openings.OfType<OpenedByEvent>().Any(o => o.Name == CaseEvents.DirectiveGiven))
            .Select(p => p.Key)
            .ToList();
        return await operations.ReadAsync(async db =>
        {
            var visits = await db.Set<CaseArea>().Where(a => areas.Contains(a.AreaId))
                .Join(
                    db.Set<FieldTrip>().Where(t => t.DepartedAt != null),
                    a => a.CaseId,
                    t => t.CaseId,
                    (a, t) => new { a.AreaId, t.DepartedAt })
                .GroupBy(v => v.AreaId)
                .Select(g => new { g.Key, Last = g.Max(v => v.DepartedAt) })
                .ToDictionaryAsync(v => v.Key, v => v.Last, cancellation);
            var items = await db.ReportItems.Where(i => areas.Contains(i.AreaId)
                && i.State != ReportItemState.Resolved
                && i.State != ReportItemState.Rejected)
                .GroupBy(i => i.AreaId)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(v => v.Key, v => v.Count, cancellation);
            var tasks = await db.Set<CaseArea>().Where(a => areas.Contains(a.AreaId))
                .Join(
                    db.Cases.Where(c => orders.Contains(c.ProcessKey) && c.State == CaseState.Open).Where(CaseAccess.Title(scope)),
                    a => a.CaseId,
                    c => c.Id,
                    (a, _) => a.AreaId)
                .GroupBy(a => a).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(v => v.Key, v => v.Count, cancellation);
            return (IReadOnlyList<PlanSuggestion>)[.. areas.Select(a => new PlanSuggestion(
                a,
                visits.GetValueOrDefault(a) is { } at ? VietnamTime.DayOf(at) : null,
                items.GetValueOrDefault(a),
                tasks.GetValueOrDefault(a)))
                .OrderBy(s => s.LastVisit ?? DateOnly.MinValue).ThenByDescending(s => s.OpenItems)];
        }, cancellation);
    }

    private static PlanItemState StateOf(FieldTripStatus status) => status switch
    {
        FieldTripStatus.Closed => PlanItemState.Done,
        FieldTripStatus.Cancelled or FieldTripStatus.Declined or FieldTripStatus.Withdrawn or FieldTripStatus.NotTaken =>
            PlanItemState.Dropped,
        _ => PlanItemState.Notified,
    };
}
