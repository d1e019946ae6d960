using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence;

/// <summary>The runtime's storage over one <see cref="PortalDbContext"/>. Nothing is saved here: the operation commits.</summary>
public sealed class WorkStore(PortalDbContext db, ProcessCatalogue processes) : IWorkStore
{
    private static readonly Func<PortalDbContext, Guid, Task<Case?>> CaseById = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id) => db.Cases.Include(c => c.Areas).Include(c => c.People).AsSingleQuery().FirstOrDefault(c => c.Id == id));

    private static readonly Func<PortalDbContext, Guid, Task<WorkflowInstance?>> InstanceOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id) => db.Instances.FirstOrDefault(i => i.CaseId == id));

    private static readonly Func<PortalDbContext, Guid, Task<Guid?>> CaseOfTask = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id) => db.UserTasks.Where(t => t.Id == id).Select(t => (Guid?)t.CaseId).FirstOrDefault());

    private static readonly Func<PortalDbContext, Guid, Guid, IAsyncEnumerable<UserTask>> TasksOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid caseId, Guid taskId) => db.UserTasks.Include(t => t.Assignees).AsSingleQuery()
            .Where(t => t.CaseId == caseId && (t.State == UserTaskState.Open || t.Id == taskId)));

    private static readonly Func<PortalDbContext, string, string, Task<FormDraft?>> DraftOf = EF.CompileAsyncQuery(
        (PortalDbContext db, string person, string subject) => db.Drafts.FirstOrDefault(d => d.PersonId == person && d.Subject == subject));

    /// <summary>Audit entries of this unit of work, chained when it is committed.</summary>
    public List<AuditEntry> Audits { get; } = [];

    public HashSet<(Guid Case, string Person)> Touched { get; } = [];

    public Task<CaseFile?> FindCaseAsync(Guid caseId, CancellationToken cancellation) => LoadAsync(caseId, Guid.Empty, cancellation);

    public async Task<CaseFile?> FindByTaskAsync(Guid taskId, CancellationToken cancellation) =>
        await CaseOfTask(db, taskId) is { } caseId ? await LoadAsync(caseId, taskId, cancellation) : null;

    public async Task<string> NextNumberAsync(string prefix, int year, CancellationToken cancellation)
    {
        var counter = await db.CaseCounters.FindAsync([prefix, year], cancellation);
        if (counter is null)
        {
            counter = new CaseCounter { Prefix = prefix, Year = year };
            db.CaseCounters.Add(counter);
        }

        return counter.Next();
    }

    public Task<DefinitionVersion?> PublishedAsync(string definitionId, CancellationToken cancellation) =>
        db.DefinitionVersions.AsNoTracking().FirstOrDefaultAsync(v => v.DefinitionId == definitionId && v.IsPublished, cancellation);

    public Task<DefinitionVersion?> FindVersionAsync(string versionId, CancellationToken cancellation) =>
        db.DefinitionVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == versionId, cancellation);

    public async Task<Refusal?> AttachAsync(Guid caseId, IReadOnlyCollection<Guid> fileIds, string personId, int maxPerCase, CancellationToken cancellation)
    {
        var files = await db.Attachments.Where(a => fileIds.Contains(a.Id)).ToListAsync(cancellation);
        if (files.Count != fileIds.Distinct().Count() || files.Exists(f => f.CaseId != caseId && (f.CaseId is not null || f.PersonId != personId)))
        {
            return Refusal.Invalid([new FieldError("files", "File.NotYours")]);
        }

        var existing = await db.Attachments.CountAsync(a => a.CaseId == caseId && !fileIds.Contains(a.Id), cancellation);
        if (existing + files.Count > maxPerCase)
        {
            return Refusal.Invalid([new FieldError("files", "File.TooMany", null, maxPerCase)]);
        }

        files.ForEach(f => f.BelongTo(caseId));
        return null;
    }

    public async Task RemoveDraftAsync(string personId, string subject, CancellationToken cancellation)
    {
        if (await DraftOf(db, personId, subject) is { } draft)
        {
            db.Drafts.Remove(draft);
        }
    }

    public async Task<IReadOnlyList<Incident>> OpenIncidentsAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Incidents.Where(i => i.CaseId == caseId && i.ResolvedAt == null).ToListAsync(cancellation);

    public void Add(object entity) => db.Add(entity);

    public void Remove(WorkflowTimer timer) => db.Timers.Remove(timer);

    public async Task<WorkflowTimer?> FindTimerAsync(Guid caseId, int waitId, CancellationToken cancellation) =>
        await db.Timers.FindAsync([caseId, waitId], cancellation);

    public void Audit(AuditEntry entry) => Audits.Add(entry);

    public void Touch(Guid caseId, IEnumerable<string> personIds) => Touched.UnionWith(personIds.Select(p => (caseId, p)));

    private async Task<CaseFile?> LoadAsync(Guid caseId, Guid taskId, CancellationToken cancellation)
    {
        if (await CaseById(db, caseId) is not { } found || await InstanceOf(db, caseId) is not { } instance)
        {
            return null;
        }

        // Tasks last: whoever sees what a winner left in the subject also sees that the task is done.
        var subjectType = processes.Find(found.ProcessKey)?.SubjectType;
        var subject = subjectType is null ? null : await db.FindAsync(subjectType, [caseId], cancellation);
        var tasks = new List<UserTask>();
        await foreach (var task in TasksOf(db, caseId, taskId).WithCancellation(cancellation))
        {
            tasks.Add(task);
        }

        return new CaseFile(found, instance, subject, tasks);
    }
}
