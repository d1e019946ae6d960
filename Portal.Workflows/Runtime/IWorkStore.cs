using System.Linq.Expressions;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>
/// Storage as the runtime needs it. One unit of work: nothing is written before the caller commits, and then all of it.
/// </summary>
public interface IWorkStore
{
    Task<CaseFile?> FindCaseAsync(Guid caseId, CancellationToken cancellation);

    Task<CaseFile?> FindByTaskAsync(Guid taskId, CancellationToken cancellation);

    /// <summary>The open cases that a case dispatched.</summary>
    Task<IReadOnlyList<CaseFile>> FindChildrenAsync(Guid caseId, CancellationToken cancellation);

    /// <summary>Next internal number; taken in the unit of work, so that none is lost or doubled.</summary>
    Task<string> NextNumberAsync(string prefix, int year, CancellationToken cancellation);

    /// <summary>Id of the version that new cases start with; null where none is published.</summary>
    Task<string?> PublishedAsync(string definitionId, CancellationToken cancellation);

    Task<DefinitionVersion?> FindVersionAsync(string versionId, CancellationToken cancellation);

    /// <summary>Files of drafts that now belong to the case; refused when one is not the person's or there are too many.</summary>
    Task<Refusal?> AttachAsync(
        Guid caseId, IReadOnlyCollection<Guid> fileIds, string personId, bool marksConfirmed, int maxPerCase,
        CancellationToken cancellation);

    /// <summary>
    /// Removes files: their rows now; their bytes, and what the log still holds of the rows of this unit, after the commit.
    /// </summary>
    void Erase(IReadOnlyCollection<Attachment> files);

    void RemoveDraft(string personId, string subject);

    Task<IReadOnlyList<Incident>> OpenIncidentsAsync(Guid caseId, CancellationToken cancellation);

    void Add(object entity);

    /// <summary>How a title reads in Vietnamese: what it is searched for by, whatever language it is shown in.</summary>
    string Words(LocalText title);

    /// <summary>Aggregates and records of a kind, to be read and changed in this unit of work.</summary>
    Task<IReadOnlyList<T>> WhereAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class;

    void Remove(WorkflowTimer timer);

    Task<WorkflowTimer?> FindTimerAsync(Guid caseId, int waitId, CancellationToken cancellation);

    void Audit(AuditEntry entry);

    /// <summary>Told after the commit, so that open pages follow.</summary>
    void Touch(Guid caseId, IEnumerable<string> personIds);
}
