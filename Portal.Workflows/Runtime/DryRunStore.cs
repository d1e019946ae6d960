using System.Linq.Expressions;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>
/// Storage of a dry run: what the runtime writes stays in this object and goes with it. Of the real data it reads the
/// definitions that other processes begin with and copies of what processes look up beside their case.
/// </summary>
/// <param name="versions">A version by its id, or by its process the one that new cases begin with.</param>
/// <param name="related">What lies beside the case: plans, other meetings.</param>
internal sealed class DryRunStore(Func<string, CancellationToken, Task<DefinitionVersion?>> versions, IRelatedRecords related) : IWorkStore
{
    private readonly List<object> _all = [];

    private readonly List<object> _log = [];
    private readonly HashSet<(Type Type, object Key)> _read = [];

    /// <summary>All that was ever written, in the order of writing.</summary>
    public IReadOnlyList<object> Log => _log;

    public IEnumerable<T> Of<T>() => _all.OfType<T>();

    public Task<CaseFile?> FindCaseAsync(Guid caseId, CancellationToken cancellation) => Task.FromResult(Find(caseId));

    public Task<CaseFile?> FindByTaskAsync(Guid taskId, CancellationToken cancellation) =>
        Task.FromResult(Of<UserTask>().FirstOrDefault(t => t.Id == taskId) is { } task ? Find(task.CaseId, taskId) : null);

    public Task<IReadOnlyList<CaseFile>> FindChildrenAsync(Guid caseId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CaseFile>>(
            [.. Of<Case>()
                .Where(c => c.ParentId == caseId && c.State == CaseState.Open)
                .Select(c => Find(c.Id))
                .OfType<CaseFile>()
                .Where(f => f.Instance.ParentWaitId is not null)]);

    public Task<string> NextNumberAsync(string prefix, int year, CancellationToken cancellation)
    {
        if (Of<CaseCounter>().FirstOrDefault(c => c.Prefix == prefix && c.Year == year) is not { } counter)
        {
            counter = new CaseCounter { Prefix = prefix, Year = year };
            _all.Add(counter);
        }

        return Task.FromResult(counter.Next());
    }

    public async Task<string?> PublishedAsync(string definitionId, CancellationToken cancellation) =>
        (await versions(definitionId, cancellation))?.Id;

    public Task<DefinitionVersion?> FindVersionAsync(string versionId, CancellationToken cancellation) => versions(versionId, cancellation);

    public Task<Refusal?> AttachAsync(Guid caseId, IReadOnlyCollection<Guid> fileIds, string personId, bool marksConfirmed, int maxPerCase,
        CancellationToken cancellation) => Task.FromResult<Refusal?>(null);

    public string Words(LocalText title) => title.Words;

    // A dry run takes no files.
    public void Erase(IReadOnlyCollection<Attachment> files)
    {
    }

    public void RemoveDraft(string personId, string subject)
    {
    }

    public Task<IReadOnlyList<Incident>> OpenIncidentsAsync(Guid caseId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. Of<Incident>().Where(i => i.CaseId == caseId && i.ResolvedAt is null)]);

    public void Add(object entity)
    {
        _all.Add(entity);
        _log.Add(entity);
    }

    // A record that was read once is the run's own from then on, so that what is done to it is seen later.
    public async Task<IReadOnlyList<T>> WhereAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class
    {
        foreach (var record in await related.WhereAsync(which, cancellation))
        {
            if (_read.Add((typeof(T), related.KeyOf(record))))
            {
                _all.Add(record);
            }
        }

        return [.. Of<T>().Where(which.Compile())];
    }

    public void Remove(WorkflowTimer timer) => _all.Remove(timer);

    public Task<WorkflowTimer?> FindTimerAsync(Guid caseId, int waitId, CancellationToken cancellation) =>
        Task.FromResult(Of<WorkflowTimer>().FirstOrDefault(t => t.CaseId == caseId && t.WaitId == waitId));

    public void Audit(AuditEntry entry) => Add(entry);

    public void Touch(Guid caseId, IEnumerable<string> personIds)
    {
    }

    public CaseFile? Find(Guid caseId, Guid taskId = default) =>
        Of<Case>().FirstOrDefault(c => c.Id == caseId) is not { } found
            || Of<WorkflowInstance>().FirstOrDefault(i => i.CaseId == caseId) is not { } instance ? null
        : new CaseFile(found, instance, Of<ICaseSubject>().FirstOrDefault(s => s.CaseId == caseId),
            [.. Of<UserTask>().Where(t => t.CaseId == caseId && (t.State == UserTaskState.Open || t.Id == taskId))]);
}
