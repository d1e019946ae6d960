using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime;

/// <summary>Where the aggregates of cases lie.</summary>
public interface ISubjects
{
    /// <returns>Null where the case has none yet.</returns>
    Task<T?> FindAsync<T>(Guid caseId, CancellationToken cancellation)
        where T : class, ICaseSubject;

    Task<IReadOnlyList<T>> FindAllAsync<T>(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation)
        where T : class, ICaseSubject;
}
