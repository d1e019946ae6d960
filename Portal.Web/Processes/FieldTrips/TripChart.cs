using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Trips that were planned, and those that were made, with and without a plan, by the month for which they were meant.</summary>
public sealed class TripChart : IAreaChart
{
    public string Key => "trips";

    public int Order => 10;

    public bool IsContent => false;

    public bool IsStacked => false;

    public async Task<AreaChart> OfAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateOnly first, CancellationToken cancellation)
    {
        var areas = asked.AreaIds.ToHashSet();
        var groups = asked.Context.Directory.Data.Assignments
            .Where(a => areas.Contains(a.AreaId) && (a.ValidTo is null || a.ValidTo >= first))
            .Select(a => a.GroupId).Distinct().ToList();
        var planned = await db.Set<TripPlanItem>()
            .Where(i => groups.Contains(i.GroupId) && i.DateFrom >= first && i.IsReleased)
            .Select(i => new { i.DateFrom, i.Content })
            .ToListAsync(cancellation);
        var (from, to) = (VietnamTime.StartOf(first), VietnamTime.StartOf(first.AddMonths(AreaChart.Months)));
        var made = await db.Set<FieldTrip>().Where(t => t.DepartsAt >= from && t.DepartsAt < to && t.DepartedAt != null)
            .Where(t => db.Set<CaseArea>().Any(a => a.CaseId == t.CaseId && asked.AreaIds.Contains(a.AreaId)))
            .Select(t => new { t.DepartsAt, t.IsAdHoc })
            .ToListAsync(cancellation);
        return AreaChart.ByMonth(
            first,
            ("area-chart.trips.planned", planned.Where(i => (i.Content.AreaIds ?? []).Any(areas.Contains)).Select(i => i.DateFrom)),
            ("area-chart.trips.made", made.Where(t => !t.IsAdHoc).Select(t => VietnamTime.DayOf(t.DepartsAt))),
            ("area-chart.trips.adHoc", made.Where(t => t.IsAdHoc).Select(t => VietnamTime.DayOf(t.DepartsAt))));
    }
}
