using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Persistence;
using Portal.Workflows.Processes.AreaReports;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-01: on which months the group reported, and how it went in general.</summary>
public sealed class ReportFacts : IAreaFacts
{
    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var reports = await db.Set<MonthlyAreaReport>()
            .Where(r => areaIds.Contains(r.AreaId) && r.SubmittedAt >= from && r.SubmittedAt < to)
            .Join(readable, r => r.CaseId, c => c.Id, (r, c) => new { Report = r, c.Number })
            .OrderBy(r => r.Report.SubmittedAt)
            .ToListAsync(cancellation);
        return [.. reports.Select(r => new AreaFact(AreaFactKind.Report, r.Number, r.Report.SubmittedAt!.Value, TextOf(r.Report))
        {
            State = LocalText.Of($"status.{MonthlyAreaReportProcess.ProcessKey}.{r.Report.Status}"),
        })];
    }

    private static string TextOf(MonthlyAreaReport report) =>
        report.Content.ConcernsPersonnel == true || report.Content.IsStub() ? "" : report.Content.General ?? report.Content.Summary ?? "";
}
