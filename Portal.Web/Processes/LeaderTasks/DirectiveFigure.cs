using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.LeaderTasks;
using Portal.Web.Persistence;
using Portal.Web.Shared;

namespace Portal.Web.Processes.LeaderTasks;

/// <summary>What leaders ordered about the area and is not done (S-04), as far as the person reads it; overdue ones stand out.</summary>
public sealed class DirectiveFigure : IAreaFigure
{
    public string Key => "directives";

    public int Order => 60;

    public AreaFigureKind Kind => AreaFigureKind.Open;

    public bool IsContent => true;

    public int? StaleDays(CaseContext context) => null;

    public string RowsOf(string areaId) => Routes.AreaTimeline(areaId, AreaFactKind.Directive);

    public async Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation)
    {
        var now = asked.Context.Now;
        return await db.Set<LeaderTask>().Where(t => t.Status != LeaderTaskStatus.Closed && t.Status != LeaderTaskStatus.Cancelled)
            .Join(asked.Readable, t => t.CaseId, c => c.Id, (t, c) => t)
            .Join(
                db.Set<CaseArea>().Where(a => asked.AreaIds.Contains(a.AreaId)), t => t.CaseId, a => a.CaseId,
                (t, a) => new { a.AreaId, t.DueAt })
            .GroupBy(t => t.AreaId)
            .Select(g => new AreaFigure(g.Key, null, g.Count(), g.Any(t => t.DueAt < now)))
            .ToListAsync(cancellation);
    }
}
