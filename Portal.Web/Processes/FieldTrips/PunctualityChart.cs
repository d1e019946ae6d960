using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Đ7.A.5: results of trips that came in time, late, or not yet, by the month in which they were due.</summary>
public sealed class PunctualityChart : IAreaChart
{
    public string Key => "punctuality";

    public int Order => 20;

    public bool IsContent => false;

    public bool IsStacked => true;

    public string[] Colours => ["#2e8b57", "#d99a00", "#c62828"];

    public async Task<AreaChart> OfAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateOnly first, CancellationToken cancellation)
    {
        var (from, now) = (VietnamTime.StartOf(first), asked.Context.Now);
        var due = await db.Set<FieldTrip>().Where(t => t.ReturnsAt >= from && t.ResultDueAt >= from)
            .Where(t => db.Set<CaseArea>().Any(a => a.CaseId == t.CaseId && asked.AreaIds.Contains(a.AreaId)))
            .Select(t => new { t.ResultDueAt, t.IsLateResult, IsSent = t.Result != null })
            .ToListAsync(cancellation);
        var days = due.ConvertAll(
            t => (Day: VietnamTime.DayOf(t.ResultDueAt!.Value), t.IsSent, t.IsLateResult, IsOver: t.ResultDueAt < now));
        return AreaChart.ByMonth(
            first,
            ("area-chart.punctuality.inTime", days.Where(t => t.IsSent && !t.IsLateResult).Select(t => t.Day)),
            ("area-chart.punctuality.late", days.Where(t => t.IsSent && t.IsLateResult).Select(t => t.Day)),
            ("area-chart.punctuality.missing", days.Where(t => !t.IsSent && t.IsOver).Select(t => t.Day)));
    }
}
