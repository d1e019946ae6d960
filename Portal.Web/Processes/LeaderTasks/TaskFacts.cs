using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Web.Persistence;
using Portal.Workflows.Processes.LeaderTasks;

namespace Portal.Web.Processes.LeaderTasks;

/// <summary>S-04: what leaders ordered about an area, and how far it is.</summary>
public sealed class TaskFacts : IAreaFacts
{
    /// <summary>Tasks about one area that are looked at.</summary>
    private const int MostTasks = 100;

    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var ofArea = db.Set<CaseArea>().Where(a => areaIds.Contains(a.AreaId)).Select(a => a.CaseId);
        var tasks = await readable
            .Where(c => c.ProcessKey == LeaderTaskProcess.ProcessKey && c.CreatedAt >= from && c.CreatedAt < to && ofArea.Contains(c.Id))
            .Join(db.Set<LeaderTask>(), c => c.Id, t => t.CaseId, (c, t) => new { Task = t, c.Number, c.CreatedAt })
            .OrderBy(t => t.CreatedAt)
            .Take(MostTasks)
            .ToListAsync(cancellation);
        return
        [
            .. tasks.Where(t => t.Task.Content.Length > 0).Select(t => new AreaFact(
                AreaFactKind.Directive, t.Number, t.CreatedAt, t.Task.Content, t.Task.Domain)
            {
                State = LocalText.Of($"status.{LeaderTaskProcess.ProcessKey}.{t.Task.Status}"),
            }),
        ];
    }
}
