using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations;
using Portal.Web.Persistence;
using Portal.Web.Texts;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.Runtime;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Monthly plans as people see them (RP-01, RP-02).</summary>
public sealed class TripPlans(PortalOperations operations, ProcessCatalogue processes, Localizer texts)
{
    /// <summary>Cases that an item may follow up: no more are offered.</summary>
    private const int MostRelated = 60;

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

    /// <summary>RP-01 and RP-02: plans and trips of a period that the person may see.</summary>
    public async Task<PlanBoard> BoardAsync(Actor actor, TripPlanFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var mine = context.Directory.GroupsOf(actor.PersonId, context.Today).ToHashSet();
        var groups = context.Directory.Data.Groups.Select(g => g.Id)
            .Where(g => filter.GroupId.Length == 0 || g == filter.GroupId)
            .Where(g => filter.LeaderId.Length == 0 || context.Directory.LeaderInCharge(null, g, context.Today) == filter.LeaderId)
            .ToList();
        var (first, last) = (new DateOnly(filter.From.Year, filter.From.Month, 1), filter.To);
        return await operations.ReadAsync(async db =>
        {
            var cases = db.Cases.Where(CaseAccess.Title(scope));
            var plans = await db.Set<MonthlyTripPlan>()
                .Where(p => p.Month >= first && p.Month <= last && groups.Contains(p.GroupId))
                .Join(cases, p => p.CaseId, c => c.Id, (p, c) => new KnownPlan(p, c.Number))
                .ToListAsync(cancellation);
            var trips = await TripsOfAsync(db, cases, filter, groups, cancellation);
            var readable = (await db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => plans.Select(p => p.Plan.CaseId).Contains(c.Id))
                .Select(c => c.Id)
                .ToListAsync(cancellation)).ToHashSet();
            var tripIds = plans.SelectMany(p => p.Plan.Items).Select(i => i.TripId).OfType<Guid>().ToList();
            var numbers = await cases.Where(c => tripIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
            var planned = plans.SelectMany(p => p.Plan.Items.Where(i => IsWithin(i, filter)).Select(
                i => RowOf(i, p, readable.Contains(p.Plan.CaseId), numbers, mine.Contains(i.GroupId))));
            var rows = planned.Concat(trips.Where(t => t.IsAdHoc).Select(RowOf))
                .OrderBy(r => r.From)
                .ThenBy(r => r.GroupId)
                .ThenBy(r => r.Number)
                .ToList();
            var byGroup = plans.ToLookup(p => p.Plan.GroupId);
            var known = plans.Select(p => p.Plan.GroupId).Union(trips.Select(t => t.GroupId)).Order(StringComparer.Ordinal);
            return new PlanBoard([.. known.Select(g => TotalsOf(g, [.. byGroup[g]], rows))], rows);
        }, cancellation);
    }

    /// <summary>The same for a file; that it was taken away is recorded first.</summary>
    public async Task<Result<PlanBoard>> ExportAsync(Actor actor, TripPlanFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, "TripPlan.Exported", filter.Words(), filter.GroupId, cancellation: cancellation);
        return recorded.IsSuccess ? await BoardAsync(actor, filter, cancellation) : recorded.Refusal;
    }

    // A plan is one of a month: of whole months all that stands in them, of others what was planned for their days.
    private static bool IsWithin(TripPlanItem item, TripPlanFilter filter) =>
        filter.IsWholeMonths || ((item.MovedFrom ?? item.DateFrom) is var day && day >= filter.From && day <= filter.To);

    private static Task<List<KnownTrip>> TripsOfAsync(
        PortalDbContext db, IQueryable<Case> cases, TripPlanFilter filter, List<string> groups, CancellationToken cancellation)
    {
        var (from, to) = (VietnamTime.StartOf(filter.From), VietnamTime.EndOf(filter.To));
        return db.Set<FieldTrip>()
            .Where(t => t.DepartsAt >= from && t.DepartsAt < to && groups.Contains(t.GroupId))
            .Join(cases, t => t.CaseId, c => c.Id, (t, c) => new KnownTrip(
                t.GroupId,
                t.DepartsAt,
                t.ReturnsAt,
                t.IsAdHoc,
                t.Status,
                t.TripLeaderId,
                c.Number,
                c.Areas.Select(a => a.AreaId).ToList()))
            .ToListAsync(cancellation);
    }

    private static PlanRow RowOf(TripPlanItem item, KnownPlan plan, bool hasContent, Dictionary<Guid, string> numbers, bool isMine) => new(
        item.Id,
        item.GroupId,
        plan.Number,
        item.Number,
        item.DateFrom,
        item.DateTo,
        item.Content.AreaIds ?? [],
        item.Content.Place ?? "",
        hasContent ? item.Content.Purpose ?? "" : "",
        item.TripLeaderId,
        item.State,
        hasContent ? item.Directive : "",
        hasContent ? item.Reason : "",
        item.MovedFrom,
        item.TripId is { } trip ? numbers.GetValueOrDefault(trip) : null,
        isMine && item.WhyNotNotifiable(item.GroupId) is null);

    // An ad hoc trip stands beside the plans.
    private static PlanRow RowOf(KnownTrip trip) => new(
        null,
        trip.GroupId,
        null,
        0,
        VietnamTime.DayOf(trip.DepartsAt),
        VietnamTime.DayOf(trip.ReturnsAt),
        trip.AreaIds,
        "",
        "",
        trip.TripLeaderId,
        StateOf(trip.Status),
        "",
        "",
        null,
        trip.Number,
        false);

    // Of several months there is no one plan that the line could lead to.
    private static PlanTotals TotalsOf(string group, IReadOnlyList<KnownPlan> plans, List<PlanRow> rows)
    {
        var plan = plans.Count == 1 ? plans[0] : null;
        var items = rows.Where(r => r.GroupId == group && r.ItemId is not null).ToList();
        return new PlanTotals(
            group,
            plan?.Number,
            plan?.Plan.Status,
            plan?.Plan.NoTrip == true,
            items.Count,
            items.Count(i => i.State == PlanItemState.Done),
            items.Count(i => i.State == PlanItemState.Notified),
            items.Count(i => i.State == PlanItemState.Dropped),
            rows.Count(r => r.GroupId == group && r.ItemId is null));
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
        var orders = Orders();
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
            var items = await db.ReportItems.Where(ReportItemAccess.Open).Where(i => areas.Contains(i.AreaId))
                .GroupBy(i => i.AreaId)
                .Select(g => new
                {
                    g.Key,
                    Count = g.Count(),
                    Restricted = g.Count(i => i.Sensitivity != Sensitivity.Normal),
                })
                .ToDictionaryAsync(v => v.Key, v => (v.Count, v.Restricted), cancellation);
            var tasks = await db.Set<CaseArea>().Where(a => areas.Contains(a.AreaId))
                .Join(
                    db.Cases.Where(c => orders.Contains(c.ProcessKey) && c.State == CaseState.Open).Where(CaseAccess.Title(scope)),
                    a => a.CaseId,
                    c => c.Id,
                    (a, _) => a.AreaId)
                .GroupBy(a => a).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(v => v.Key, v => v.Count, cancellation);
            var readsRestricted = scope.IsHead || scope.RestrictedGroupIds.Contains(groupId);
            return (IReadOnlyList<PlanSuggestion>)[.. areas.Select(a =>
                {
                    var (all, restricted) = items.GetValueOrDefault(a);
                    var hidden = readsRestricted ? 0 : restricted;
                    return new PlanSuggestion(
                        a,
                        visits.GetValueOrDefault(a) is { } at ? VietnamTime.DayOf(at) : null,
                        all - hidden,
                        hidden == 0 ? null : MaskedCount.Of(hidden),
                        tasks.GetValueOrDefault(a));
                })
                .OrderBy(s => s.LastVisit ?? DateOnly.MinValue).ThenByDescending(s => s.OpenItems)];
        }, cancellation);
    }

    /// <summary>
    /// F1: open cases of the plan's group that an item may follow up: invitations to meetings to come, tasks, and trips that brought
    /// something that is still open.
    /// </summary>
    public async Task<IReadOnlyList<Option>> RelatedAsync(Actor actor, Guid planId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (scope, now, orders) = (AccessScope.Of(actor.PersonId, context.Directory, context.Today), context.Now, Orders());
        var rows = await operations.ReadAsync(
            db => db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => c.GroupId == db.Cases.Where(p => p.Id == planId).Select(p => p.GroupId).FirstOrDefault())
                .Where(c => (c.Engagement == EngagementKind.Meeting && c.State == CaseState.Open && c.StartsAt >= now)
                    || (orders.Contains(c.ProcessKey) && c.State == CaseState.Open)
                    || db.ReportItems.Where(ReportItemAccess.Open).Any(i => i.SourceCaseId == c.Id))
                .OrderByDescending(c => c.CreatedAt)
                .Take(MostRelated)
                .Select(c => new { c.Id, c.Number, c.Title })
                .ToListAsync(cancellation),
            cancellation);
        return rows.ConvertAll(c => new Option(c.Id.ToString(), $"{c.Number} · {texts[c.Title]}"));
    }

    private List<string> Orders() =>
        [.. processes.All.Where(p => p.Openings.OfType<OpenedByEvent>().Any(o => o.Name == CaseEvents.DirectiveGiven)).Select(p => p.Key)];

    private static PlanItemState StateOf(FieldTripStatus status) => status switch
    {
        FieldTripStatus.Closed => PlanItemState.Done,
        FieldTripStatus.Cancelled or FieldTripStatus.Declined or FieldTripStatus.Withdrawn or FieldTripStatus.NotTaken =>
            PlanItemState.Dropped,
        _ => PlanItemState.Notified,
    };

    /// <summary>A plan whose case the person may know of.</summary>
    private sealed record KnownPlan(MonthlyTripPlan Plan, string Number);

    /// <summary>A trip whose case the person may know of.</summary>
    private sealed record KnownTrip(
        string GroupId,
        DateTime DepartsAt,
        DateTime ReturnsAt,
        bool IsAdHoc,
        FieldTripStatus Status,
        string TripLeaderId,
        string Number,
        List<string> AreaIds);
}
