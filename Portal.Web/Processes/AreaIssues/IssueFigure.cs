using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaIssues;

/// <summary>Internal matters (S-03) that are not closed, as far as the person reads them; what nobody has looked at stands out.</summary>
public sealed class IssueFigure : IAreaFigure
{
    public string Key => "issues";

    public int Order => 55;

    public AreaFigureKind Kind => AreaFigureKind.Open;

    public bool IsContent => true;

    public int? StaleDays(CaseContext context) => null;

    public string RowsOf(string areaId) => $"{Routes.Area(areaId)}#ho-so-mo";

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation) =>
        await db.Set<AreaIssue>().Where(i => asked.AreaIds.Contains(i.AreaId) && i.Status != AreaIssueStatus.Closed)
            .Join(asked.Readable, i => i.CaseId, c => c.Id, (i, c) => i)
            .GroupBy(i => i.AreaId)
            .Select(g => new AreaFigure(g.Key, null, g.Count(), g.Any(i => i.Status == AreaIssueStatus.Submitted)))
            .ToListAsync(cancellation);
}
