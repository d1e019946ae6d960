using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Workflows.Processes.FieldTrips;

namespace Portal.Web.Operations;

/// <summary>One line of RP-01: a trip as planned, or an ad hoc trip beside the plan.</summary>
/// <param name="PlanNumber">Number of the plan; null for an ad hoc trip.</param>
/// <param name="TripNumber">Number of the trip made of it; null before its notice.</param>
public sealed record PlanRow(
    Guid? ItemId, string GroupId, string? PlanNumber, int Number, DateOnly From, DateOnly To, IReadOnlyList<string> AreaIds, string Place, string Purpose,
    string TripLeaderId, PlanItemState State, string Directive, string Reason, DateOnly? MovedFrom, string? TripNumber, bool MayNotify);

/// <summary>One line of RP-02: how a group's plan of a month was carried out.</summary>
public sealed record PlanTotals(string GroupId, string? PlanNumber, TripPlanStatus? Status, bool NoTrip, int Planned, int Done, int UnderWay, int Dropped, int AdHoc);

/// <summary>RP-01 and RP-02 of one month.</summary>
public sealed record PlanBoard(IReadOnlyList<PlanTotals> Totals, IReadOnlyList<PlanRow> Rows);

/// <param name="LastVisit">Last day on which a trip to the area began; null when none is on record.</param>
public sealed record PlanSuggestion(string AreaId, DateOnly? LastVisit, int OpenItems, int LeaderTasks);

/// <summary>Monthly plans: what the calendar does with them, and what people see of them (RP-01, RP-02).</summary>
public sealed class TripPlans(PortalOperations operations)
{
    private static readonly MonthlyTripPlanProcess Process = new();

    /// <summary>Days before the planned date on which the lead is reminded of a missing notice.</summary>
    private const int RemindDays = 3;

    /// <summary>
    /// R-PLAN-01: opens the plans that are due: of this month where one is missing, of the next from day <c>Plan.OpenDay</c> on.
    /// May run as often as it likes.
    /// </summary>
    /// <returns>How many were opened.</returns>
    public async Task<int> OpenDueAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var month = new DateOnly(context.Today.Year, context.Today.Month, 1);
        var months = context.Today.Day >= context.Settings.Int("Plan.OpenDay") ? new[] { month, month.AddMonths(1) } : [month];
        var groups = context.Directory.Data.Groups.Where(g => OrganisationRules.WhyNotActive(g, context.Directory, context.Today) is null).Select(g => g.Id).Order(StringComparer.Ordinal).ToList();
        var there = await operations.ReadAsync(async db => (await db.Set<MonthlyTripPlan>().IgnoreAutoIncludes().Where(p => months.Contains(p.Month)).Select(p => new { p.GroupId, p.Month }).ToListAsync(cancellation))
            .Select(p => (p.GroupId, p.Month)).ToHashSet(), cancellation);
        var opened = 0;
        foreach (var (group, of) in groups.SelectMany(g => months.Select(m => (g, m))).Where(p => !there.Contains(p)))
        {
            var plan = Process.ByCalendar(group, of)!;
            var result = await operations.RunAsync(Actor.System, o => o.Cases.OpenEmptyAsync(MonthlyTripPlanProcess.ProcessKey, plan.GroupId, plan.AreaIds, plan.Subject, o.Context, cancellation), at, cancellation);
            opened += result.IsSuccess ? 1 : 0;
        }

        return opened;
    }

    /// <summary>
    /// Step 4: a planned trip without a notice is brought to the lead's mind three working days before, and on its day to the
    /// lead's and the leader's. Once each, however often this runs.
    /// </summary>
    public async Task<int> RemindAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var today = context.Today;
        var early = context.Calendar.AddWorkingDays(today, RemindDays);
        if (!context.Calendar.IsWorking(today))
        {
            return 0;
        }

        var due = await operations.ReadAsync(db => db.Set<TripPlanItem>()
            .Where(i => i.State == PlanItemState.Planned && i.IsReleased && i.DateFrom >= today && i.DateFrom <= early && (i.RemindedOn == null || (i.DateFrom == today && i.RemindedOn < today)))
            .Select(i => i.Id).ToListAsync(cancellation), cancellation);
        foreach (var id in due)
        {
            await operations.RunAsync(Actor.System, async o =>
            {
                var item = await o.Db.Set<TripPlanItem>().FirstAsync(i => i.Id == id, cancellation);
                var number = await o.Db.Cases.Where(c => c.Id == item.PlanId).Select(c => c.Number).FirstAsync(cancellation);
                var directory = o.Context.Directory;
                var onTheDay = item.DateFrom == today;
                string?[] people = [directory.LeadOf(item.GroupId, today), onTheDay ? directory.LeaderInCharge(null, item.GroupId, today) : null];
                foreach (var person in people.OfType<string>().Distinct())
                {
                    o.Db.Notifications.Add(new Notification
                    {
                        PersonId = person,
                        Kind = onTheDay ? NotificationKind.Overdue : NotificationKind.DueSoon,
                        CaseId = item.PlanId,
                        Text = $"{number} · Báo việc · {string.Join(", ", (item.Content.AreaIds ?? []).Select(directory.AreaName))}",
                        At = o.Context.Now,
                    });
                    o.Store.Touch(item.PlanId, [person]);
                }

                return item.NoteReminder(today);
            }, at, cancellation);
        }

        return due.Count;
    }

    /// <summary>The plan's item as the first page of a notice shows it; null where it may not be seen or is not open.</summary>
    public async Task<TripPlanItem?> FindOpenItemAsync(Actor actor, Guid itemId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var groups = context.Directory.GroupsOf(actor.PersonId, context.Today).ToList();
        var item = await operations.ReadAsync(db => db.Set<TripPlanItem>().FirstOrDefaultAsync(i => i.Id == itemId && groups.Contains(i.GroupId), cancellation), cancellation);
        return item?.WhyNotNotifiable(item.GroupId) is null ? item : null;
    }

    /// <summary>RP-01 and RP-02: plans and trips of a month that the person may see.</summary>
    /// <param name="groupId">Only this group; empty for all.</param>
    public async Task<PlanBoard> BoardAsync(Actor actor, DateOnly month, string groupId = "", CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var (first, last) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1));
        var (from, to) = (VietnamTime.ToUtc(first.ToDateTime(TimeOnly.MinValue)), VietnamTime.ToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var mine = context.Directory.GroupsOf(actor.PersonId, context.Today).ToHashSet();
        return await operations.ReadAsync(async db =>
        {
            var cases = db.Cases.Where(CaseAccess.Title(scope));
            var plans = await db.Set<MonthlyTripPlan>().Where(p => p.Month == first && (groupId == "" || p.GroupId == groupId))
                .Join(cases, p => p.CaseId, c => c.Id, (p, c) => new { Plan = p, c.Number }).ToListAsync(cancellation);
            var trips = await db.Set<FieldTrip>().Where(t => t.DepartsAt >= from && t.DepartsAt < to && (groupId == "" || t.GroupId == groupId))
                .Join(cases, t => t.CaseId, c => c.Id, (t, c) => new { t.CaseId, t.GroupId, t.DepartsAt, t.ReturnsAt, t.IsAdHoc, t.Status, t.TripLeaderId, c.Number, c.Title, c.Sensitivity, Areas = c.Areas.Select(a => a.AreaId).ToList() })
                .ToListAsync(cancellation);
            var readable = (await db.Cases.Where(CaseAccess.Content(scope)).Where(c => plans.Select(p => p.Plan.CaseId).Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellation)).ToHashSet();
            var tripIds = plans.SelectMany(p => p.Plan.Items).Select(i => i.TripId).OfType<Guid>().ToList();
            var numbers = await cases.Where(c => tripIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
            var rows = plans.SelectMany(p => p.Plan.Items.Select(i =>
            {
                var content = readable.Contains(p.Plan.CaseId);
                return new PlanRow(i.Id, i.GroupId, p.Number, i.Number, i.DateFrom, i.DateTo, i.Content.AreaIds ?? [], i.Content.Place ?? "", content ? i.Content.Purpose ?? "" : "",
                    i.TripLeaderId, i.State, content ? i.Directive : "", content ? i.Reason : "", i.MovedFrom, i.TripId is { } t ? numbers.GetValueOrDefault(t) : null,
                    mine.Contains(i.GroupId) && i.WhyNotNotifiable(i.GroupId) is null);
            })).Concat(trips.Where(t => t.IsAdHoc).Select(t => new PlanRow(null, t.GroupId, null, 0, VietnamTime.DayOf(t.DepartsAt), VietnamTime.DayOf(t.ReturnsAt), t.Areas, "", "",
                t.TripLeaderId, StateOf(t.Status), "", "", null, t.Number, false)));
            var byGroup = plans.ToDictionary(p => p.Plan.GroupId);
            var all = rows.OrderBy(r => r.From).ThenBy(r => r.GroupId).ThenBy(r => r.Number).ToList();
            var totals = byGroup.Keys.Union(trips.Select(t => t.GroupId)).Order(StringComparer.Ordinal).Select(g =>
            {
                var plan = byGroup.GetValueOrDefault(g);
                var items = all.Where(r => r.GroupId == g && r.ItemId is not null).ToList();
                return new PlanTotals(g, plan?.Number, plan?.Plan.Status, plan?.Plan.NoTrip == true, items.Count, items.Count(i => i.State == PlanItemState.Done), items.Count(i => i.State == PlanItemState.Notified),
                    items.Count(i => i.State == PlanItemState.Dropped), all.Count(r => r.GroupId == g && r.ItemId is null));
            });
            return new PlanBoard([.. totals], all);
        }, cancellation);
    }

    /// <summary>Step 1: the group's areas, unvisited longest first, with what is open there. For members and the leaders of the group.</summary>
    public async Task<IReadOnlyList<PlanSuggestion>> SuggestAsync(Actor actor, string groupId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        if (!scope.IsHead && !scope.GroupIds.Contains(groupId))
        {
            return [];
        }

        var areas = context.Directory.AreasOfGroup(groupId, context.Today).ToList();
        return await operations.ReadAsync(async db =>
        {
            var visits = await db.Set<CaseArea>().Where(a => areas.Contains(a.AreaId))
                .Join(db.Set<FieldTrip>().Where(t => t.DepartedAt != null), a => a.CaseId, t => t.CaseId, (a, t) => new { a.AreaId, t.DepartedAt })
                .GroupBy(v => v.AreaId).Select(g => new { g.Key, Last = g.Max(v => v.DepartedAt) }).ToDictionaryAsync(v => v.Key, v => v.Last, cancellation);
            var items = await db.ReportItems.Where(i => areas.Contains(i.AreaId) && i.State != ReportItemState.Resolved && i.State != ReportItemState.Rejected)
                .GroupBy(i => i.AreaId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(v => v.Key, v => v.Count, cancellation);
            var tasks = await db.Set<CaseArea>().Where(a => areas.Contains(a.AreaId))
                .Join(db.Cases.Where(c => c.ProcessKey == "leader-task" && c.State == CaseState.Open).Where(CaseAccess.Title(scope)), a => a.CaseId, c => c.Id, (a, _) => a.AreaId)
                .GroupBy(a => a).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(v => v.Key, v => v.Count, cancellation);
            return (IReadOnlyList<PlanSuggestion>)[.. areas.Select(a => new PlanSuggestion(a, visits.GetValueOrDefault(a) is { } at ? VietnamTime.DayOf(at) : null, items.GetValueOrDefault(a), tasks.GetValueOrDefault(a)))
                .OrderBy(s => s.LastVisit ?? DateOnly.MinValue).ThenByDescending(s => s.OpenItems)];
        }, cancellation);
    }

    private static PlanItemState StateOf(FieldTripStatus status) => status switch
    {
        FieldTripStatus.Closed => PlanItemState.Done,
        FieldTripStatus.Cancelled or FieldTripStatus.Declined or FieldTripStatus.Withdrawn or FieldTripStatus.NotTaken => PlanItemState.Dropped,
        _ => PlanItemState.Notified,
    };
}
