using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Web.Operations.Calendar;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Items of acknowledged monthly plans (Đ8.1) until their trip is notified, then the trip itself stands in the calendar.</summary>
public sealed class PlannedTrips : IPlannedMatters
{
    private static readonly TimeOnly Noon = new(12, 0);

    // No item lasts longer; days of an item begin in its month.
    private const int LongestDays = 31;

    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        var earliest = DateOnly.FromDayNumber(Math.Max(0, from.DayNumber - LongestDays));
        var items = await db.Set<TripPlanItem>()
            .Where(i => i.DateFrom >= earliest && i.DateFrom <= to && i.DateTo >= from && i.IsReleased && i.TripId == null
                && (i.State == PlanItemState.Planned || i.State == PlanItemState.Dropped))
            .Join(readable, i => i.PlanId, c => c.Id, (i, c) => new { Item = i, c.Number, c.Title, c.UpdatedAt })
            .ToListAsync(cancellation);
        return items.ConvertAll(r => new CalendarEntry(
            EngagementKind.Trip, r.Item.PlanId, r.Number, r.Title, BeginOf(r.Item), EndOf(r.Item), r.Item.GroupId,
            [.. (r.Item.Content.AreaIds ?? []).Order(StringComparer.Ordinal)],
            [.. (r.Item.Content.ParticipantIds ?? []).Order(StringComparer.Ordinal)])
        {
            Id = r.Item.Id,
            ChangedAt = r.UpdatedAt,
            Version = r.Item.Version,
            IsPlanned = true,
            IsCalledOff = r.Item.State == PlanItemState.Dropped,
        });
    }

    private static DateTime BeginOf(TripPlanItem item) =>
        VietnamTime.ToUtc(item.DateFrom.ToDateTime(item.Content.TimeOfDay == TimeOfDay.Afternoon ? Noon : TimeOnly.MinValue));

    private static DateTime EndOf(TripPlanItem item) =>
        VietnamTime.ToUtc(item.DateTo.ToDateTime(item.Content.TimeOfDay == TimeOfDay.Morning ? Noon : TimeOnly.MaxValue));
}
