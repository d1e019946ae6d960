using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence;

/// <summary>The aggregates of cases, to be looked at only.</summary>
public sealed class SubjectReader(PortalDbContext db) : ISubjects
{
    public Task<T?> FindAsync<T>(Guid caseId, CancellationToken cancellation)
        where T : class, ICaseSubject => db.Set<T>().AsNoTracking().FirstOrDefaultAsync(s => s.CaseId == caseId, cancellation);

    public async Task<IReadOnlyList<T>> FindAllAsync<T>(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation)
        where T : class, ICaseSubject => await db.Set<T>().AsNoTracking().Where(s => caseIds.Contains(s.CaseId)).ToListAsync(cancellation);
}
