using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence;

/// <summary>The runtime's storage over one <see cref="PortalDbContext"/>. Nothing is saved here: the operation commits.</summary>
public sealed class WorkStore(PortalDbContext db, ProcessCatalogue processes, TextCatalogue texts) : IWorkStore, ISubjects
{
    // A compiled query keeps the tracking of the context that used it first: each says for itself that what it finds will be changed.
    private static readonly Func<PortalDbContext, Guid, Task<Case?>> CaseById = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id) => db.Cases.AsTracking()
            .Include(c => c.Areas)
            .Include(c => c.People)
            .AsSingleQuery()
            .FirstOrDefault(c => c.Id == id));

    private static readonly Func<PortalDbContext, Guid, Task<WorkflowInstance?>> InstanceOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id) => db.Instances.AsTracking().AsSingleQuery().FirstOrDefault(i => i.CaseId == id));

    private static readonly Func<PortalDbContext, Guid, Task<Case?>> CaseByTask = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id) => db.Cases.AsTracking().Include(c => c.Areas).Include(c => c.People).AsSingleQuery()
            .FirstOrDefault(c => c.Id == db.UserTasks.Where(t => t.Id == id).Select(t => t.CaseId).FirstOrDefault()));

    private static readonly Func<PortalDbContext, string, Task<string?>> PublishedId = EF.CompileAsyncQuery(
        (PortalDbContext db, string definitionId) => db.DefinitionVersions.Where(v => v.DefinitionId == definitionId && v.IsPublished)
            .Select(v => v.Id)
            .FirstOrDefault());

    private static readonly Func<PortalDbContext, string, int, Task<CaseCounter?>> CounterOf = EF.CompileAsyncQuery(
        (PortalDbContext db, string prefix, int year) => db.CaseCounters.AsTracking().AsSingleQuery()
            .FirstOrDefault(c => c.Prefix == prefix && c.Year == year));

    private static readonly Func<PortalDbContext, Guid, Guid, IAsyncEnumerable<UserTask>> TasksOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid caseId, Guid taskId) => db.UserTasks.AsTracking().Include(t => t.Assignees).AsSingleQuery()
            .Where(t => t.CaseId == caseId && (t.State == UserTaskState.Open || t.Id == taskId)));

    public HashSet<(Guid Case, string Person)> Touched { get; } = [];

    /// <summary>Files whose bytes go after the commit; null where nothing is erased.</summary>
    public List<Attachment>? Erased { get; private set; }

    public Task<CaseFile?> FindCaseAsync(Guid caseId, CancellationToken cancellation) =>
        LoadAsync(CaseById(db, caseId), Guid.Empty, cancellation);

    public Task<CaseFile?> FindByTaskAsync(Guid taskId, CancellationToken cancellation) =>
        LoadAsync(CaseByTask(db, taskId), taskId, cancellation);

    public async Task<IReadOnlyList<CaseFile>> FindChildrenAsync(Guid caseId, CancellationToken cancellation)
    {
        // A case that was dispatched has a wait to report to; one that a decision opened beside has none.
        var children = await db.Cases.AsTracking().Include(c => c.Areas).Include(c => c.People).AsSplitQuery()
            .Where(c => c.ParentId == caseId
                && c.State == CaseState.Open
                && db.Instances.Any(i => i.CaseId == c.Id && i.ParentWaitId != null)).OrderBy(c => c.Number).ToListAsync(cancellation);
        var ids = children.Select(c => c.Id).ToList();
        var instances = await db.Instances.Where(i => ids.Contains(i.CaseId)).ToDictionaryAsync(i => i.CaseId, cancellation);
        var tasks = (await db.UserTasks.Include(t => t.Assignees)
            .AsSplitQuery()
            .Where(t => ids.Contains(t.CaseId) && t.State == UserTaskState.Open)
            .ToListAsync(cancellation)).ToLookup(t => t.CaseId);
        var subjects = new Dictionary<Guid, ICaseSubject>();
        foreach (var kind in children.ToLookup(c => c.ProcessKey, c => c.Id))
        {
            foreach (var subject in processes.Find(kind.Key) is { } process
                ? await process.FindSubjectsAsync(this, [.. kind], cancellation)
                : [])
            {
                subjects[subject.CaseId] = subject;
            }
        }

        return [.. children.Select(c => new CaseFile(c, instances[c.Id], subjects.GetValueOrDefault(c.Id), [.. tasks[c.Id]]))];
    }

    public async Task<string> NextNumberAsync(string prefix, int year, CancellationToken cancellation)
    {
        // Of the first two cases of a year that one act opens, the second counts on from the first.
        var counter = await CounterOf(db, prefix, year) ?? db.CaseCounters.Local.FirstOrDefault(c => c.Prefix == prefix && c.Year == year);
        if (counter is null)
        {
            counter = new CaseCounter { Prefix = prefix, Year = year };
            db.CaseCounters.Add(counter);
        }

        return counter.Next();
    }

    public Task<string?> PublishedAsync(string definitionId, CancellationToken cancellation) => PublishedId(db, definitionId);

    public Task<DefinitionVersion?> FindVersionAsync(
        string versionId, CancellationToken cancellation) => db.FindVersionAsync(versionId, cancellation);

    public async Task<Refusal?> AttachAsync(
        Guid caseId, IReadOnlyCollection<Guid> fileIds, string personId, bool marksConfirmed, int maxPerCase,
        CancellationToken cancellation)
    {
        var files = await db.Attachments.Where(a => fileIds.Contains(a.Id)).ToListAsync(cancellation);
        if (files.Count != fileIds.Distinct().Count()
            || files.Exists(f => f.CaseId != caseId && (f.CaseId is not null || f.PersonId != personId)))
        {
            return Refusal.Invalid([new FieldError("files", "File.NotYours")]);
        }

        if (!marksConfirmed && files.Select(f => ClassificationMarks.FindInName(f.FileName)).FirstOrDefault(m => m is not null) is { } mark)
        {
            return Refusal.Invalid([new FieldError("secrecy", "Secrecy.ConfirmMark", "Đ7.A.6", mark)]);
        }

        var existing = await db.Attachments.CountAsync(a => a.CaseId == caseId && !fileIds.Contains(a.Id), cancellation);
        if (existing + files.Count > maxPerCase)
        {
            return Refusal.Invalid([new FieldError("files", "File.TooMany", null, maxPerCase)]);
        }

        files.ForEach(f => f.BelongTo(caseId));
        return null;
    }

    public void Erase(IReadOnlyCollection<Attachment> files)
    {
        (Erased ??= []).AddRange(files);
        db.Attachments.RemoveRange(files);
    }

    public void RemoveDraft(string personId, string subject) => db.RemoveDraft(personId, subject);

    public async Task<IReadOnlyList<Incident>> OpenIncidentsAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Incidents.Where(i => i.CaseId == caseId && i.ResolvedAt == null).ToListAsync(cancellation);

    public void Add(object entity) => db.Add(entity);

    public string Words(LocalText title) => texts.InVietnamese(title);

    public async Task<IReadOnlyList<T>> WhereAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class => await db.Set<T>().Where(which).ToListAsync(cancellation);

    public void Remove(WorkflowTimer timer) => db.Timers.Remove(timer);

    public async Task<WorkflowTimer?> FindTimerAsync(Guid caseId, int waitId, CancellationToken cancellation) =>
        await db.Timers.FindAsync([caseId, waitId], cancellation);

    public void Audit(AuditEntry entry) => db.Record(entry);

    public void Touch(Guid caseId, IEnumerable<string> personIds) => Touched.UnionWith(personIds.Select(p => (caseId, p)));

    private async Task<CaseFile?> LoadAsync(Task<Case?> query, Guid taskId, CancellationToken cancellation)
    {
        if (await query is not { } found || await InstanceOf(db, found.Id) is not { } instance)
        {
            return null;
        }

        // Tasks last: whoever sees what a winner left in the subject also sees that the task is done.
        var subject = processes.Find(found.ProcessKey) is { } process ? await process.FindSubjectAsync(this, found.Id, cancellation) : null;
        var tasks = new List<UserTask>();
        await foreach (var task in TasksOf(db, found.Id, taskId).WithCancellation(cancellation))
        {
            tasks.Add(task);
        }

        return new CaseFile(found, instance, subject, tasks);
    }

    public Task<T?> FindAsync<T>(Guid caseId, CancellationToken cancellation)
        where T : class, ICaseSubject => SubjectQuery<T>.ByCase(db, caseId);

    public async Task<IReadOnlyList<T>> FindAllAsync<T>(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation)
        where T : class, ICaseSubject => await db.Set<T>().Where(s => caseIds.Contains(s.CaseId)).AsSplitQuery().ToListAsync(cancellation);

    // One compiled query for each kind of aggregate.
    private static class SubjectQuery<T>
        where T : class, ICaseSubject
    {
        public static readonly Func<PortalDbContext, Guid, Task<T?>> ByCase =
            EF.CompileAsyncQuery((PortalDbContext db, Guid id) => db.Set<T>().AsTracking().FirstOrDefault(s => s.CaseId == id));
    }
}
