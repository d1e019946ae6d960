using Microsoft.EntityFrameworkCore;
using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaIssues;

/// <summary>Internal matters (S-03) that were reported of an area.</summary>
public sealed class IssueCount : IInternalMatters
{
    public Task<int> CountAsync(
        PortalDbContext db, IQueryable<Case> readable, string areaId, DateTime from, DateTime to, CancellationToken cancellation) =>
        db.Set<AreaIssue>().CountAsync(
            i => i.AreaId == areaId && i.SubmittedAt >= from && i.SubmittedAt < to
                && (!i.WithoutLeader || readable.Any(c => c.Id == i.CaseId)),
            cancellation);
}
