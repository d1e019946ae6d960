using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-02: what was reported of an area out of turn.</summary>
public sealed class AdHocReportFacts : IAreaFacts
{
    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var reports = await db.Set<AdHocReport>()
            .Where(r => areaIds.Contains(r.AreaId) && r.SubmittedAt >= from && r.SubmittedAt < to)
            .Join(readable, r => r.CaseId, c => c.Id, (r, c) => new { Report = r, c.Number })
            .OrderBy(r => r.Report.SubmittedAt)
            .ToListAsync(cancellation);
        return [.. reports.Select(r => new AreaFact(AreaFactKind.Report, r.Number, r.Report.SubmittedAt, TextOf(r.Report))
        {
            State = LocalText.Of($"status.{AdHocReport.ProcessKey}.{r.Report.Status}"),
        })];
    }

    private static string TextOf(AdHocReport report) =>
        report.GoesToHead || report.Content.IsRestricted() || report.Content.IsStub() ? "" : report.Content.Subject ?? "";
}
