using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaReports;

/// <summary>When the area was last reported on for a month (Đ8.2); one that is due and has not come stands out (R-RPT-01).</summary>
public sealed class ReportFigure : IAreaActivity
{
    public string Key => "report";

    public int Order => 30;

    public AreaFigureKind Kind => AreaFigureKind.Last;

    public bool IsContent => false;

    public int? StaleDays(CaseContext context) => null;

    public string RowsOf(string areaId) => Routes.AreaTimeline(areaId, AreaFactKind.Report);

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation)
    {
        var reports = db.Set<MonthlyAreaReport>().Where(r => asked.AreaIds.Contains(r.AreaId));
        var last = await reports.Where(r => r.SubmittedAt != null)
            .GroupBy(r => r.AreaId)
            .Select(g => new AreaFigure(g.Key, g.Max(r => r.SubmittedAt), 0, false))
            .ToListAsync(cancellation);
        var awaited = await reports.Where(r => r.SubmittedAt == null && r.Status != AreaReportStatus.Closed)
            .Select(r => new { r.AreaId, r.Month })
            .ToListAsync(cancellation);
        var due = awaited.Select(r => r.Month).Distinct()
            .Where(m => MonthlyAreaReport.DueFor(m, asked.Context) < asked.Context.Now)
            .ToHashSet();
        return [.. last, .. awaited.Where(r => due.Contains(r.Month)).Select(r => new AreaFigure(r.AreaId, StandsOut: true))];
    }

    public async Task<IReadOnlyList<AreaFigure>> SinceAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateTime from, CancellationToken cancellation) =>
        await db.Set<MonthlyAreaReport>().Where(r => asked.AreaIds.Contains(r.AreaId) && r.SubmittedAt >= from)
            .Select(r => new AreaFigure(r.AreaId, r.SubmittedAt, 0, false))
            .ToListAsync(cancellation);
}
