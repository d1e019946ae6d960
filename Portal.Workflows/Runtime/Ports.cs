using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>One case with all that acting on it needs.</summary>
/// <param name="Subject">The process's aggregate; null for a process of extra fields only, and before the first step has made it.</param>
/// <param name="Tasks">Open tasks, and the one that was asked for.</param>
public sealed record CaseFile(Case Case, WorkflowInstance Instance, ICaseSubject? Subject, List<UserTask> Tasks)
{
    public ICaseSubject? Subject { get; set; } = Subject;

    /// <summary>The form that is being answered now, for verbs of the same burst; null otherwise.</summary>
    public JsonObject? LastForm { get; set; }

    /// <summary>The item of the loop in which the step at hand runs (a line of attendance); null outside of loops.</summary>
    public string? Item { get; set; }

    /// <summary>What <see cref="IProcess.PrepareAsync"/> found beside the case: the plan of an item, similar invitations.</summary>
    public IReadOnlyList<object> Related { get; set; } = [];
}

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
    Task<Refusal?> AttachAsync(Guid caseId, IReadOnlyCollection<Guid> fileIds, string personId, int maxPerCase, CancellationToken cancellation);

    void RemoveDraft(string personId, string subject);

    Task<IReadOnlyList<Incident>> OpenIncidentsAsync(Guid caseId, CancellationToken cancellation);

    void Add(object entity);

    /// <summary>Aggregates and records of a kind, to be read and changed in this unit of work.</summary>
    Task<IReadOnlyList<T>> WhereAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class;

    void Remove(WorkflowTimer timer);

    Task<WorkflowTimer?> FindTimerAsync(Guid caseId, int waitId, CancellationToken cancellation);

    void Audit(AuditEntry entry);

    /// <summary>Told after the commit, so that open pages follow.</summary>
    void Touch(Guid caseId, IEnumerable<string> personIds);
}

/// <summary>What a person sent at a step.</summary>
public sealed record StepAnswer(string StepId, string? FormKey, string Action, JsonObject Form);

/// <summary>What came of applying an answer to the aggregate.</summary>
public sealed record StepEffect
{
    /// <summary>A decision of someone over somebody else's matter: kept as one, open to reserved opinions (Đ6.4).</summary>
    public bool IsDecision { get; init; }

    public string Opinion { get; init; } = "";

    public Sensitivity Sensitivity { get; init; }

    public bool IsStub { get; init; }

    public IReadOnlyCollection<Guid> Files { get; init; } = [];

    /// <summary>Cases to open with it: a directive with a date (S-04).</summary>
    public IReadOnlyList<ChildStart> Children { get; init; } = [];

    public IReadOnlyList<(NotificationKind Kind, IReadOnlyList<string> Who)> Tell { get; init; } = [];

    /// <summary>Events for other cases, by name: each goes on where it waits for it.</summary>
    public IReadOnlyList<(Guid CaseId, string Event)> Signals { get; init; } = [];

    /// <summary>What became of the cases that this one dispatched.</summary>
    public ChildrenEffect OnChildren { get; init; }

    /// <summary>What is kept of the form where a part of it is kept apart; null for all of it.</summary>
    public JsonObject? Kept { get; init; }

    /// <summary>A Restricted part, kept as a form of its own beside the one that everybody of the case reads (X-02, E-M12).</summary>
    public (string FormKey, JsonObject Form)? Apart { get; init; }
}

public enum ChildrenEffect
{
    None,

    /// <summary>Their calendar has moved: the deadlines of open steps are worked out anew.</summary>
    MoveDeadlines,

    /// <summary>The whole undertaking is given up.</summary>
    Cancel,
}

/// <summary>A case that a definition dispatches for one item.</summary>
/// <param name="Subject">Makes the aggregate from the case's id; null for a process without one.</param>
/// <param name="Title">Until the process says one itself.</param>
public sealed record Dispatched(string GroupId, IReadOnlyList<string> AreaIds, Func<Guid, ICaseSubject?> Subject, string Title = "");

/// <summary>A case that a decision opens.</summary>
public sealed record ChildStart(string ProcessKey, string GroupId, IReadOnlyList<string> AreaIds, JsonObject Form, string Action);

/// <summary>
/// What ties the steps of one process to the domain. Stateless; the definition decides the order, the aggregate decides
/// what is allowed.
/// </summary>
public interface IProcess
{
    string Key { get; }

    /// <summary>Prefix of its numbers, e.g. <c>CT</c>.</summary>
    string NumberPrefix { get; }

    IReadOnlyList<FormSchema> Forms { get; }

    /// <summary>Rules that every path to the end must pass, by the name used in guard activities, with their clause.</summary>
    IReadOnlyDictionary<string, string> MandatoryRules { get; }

    /// <summary>Every answer that it takes.</summary>
    IReadOnlyList<IStep> Steps => [];

    /// <summary>The aggregate of a case; null for a process without one, and before the first step has made it.</summary>
    Task<ICaseSubject?> FindSubjectAsync(ISubjects subjects, Guid caseId, CancellationToken cancellation) => Task.FromResult<ICaseSubject?>(null);

    /// <summary>The aggregates of several cases of this process.</summary>
    Task<IReadOnlyList<ICaseSubject>> FindSubjectsAsync(ISubjects subjects, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ICaseSubject>>([]);

    /// <summary>A form as it opens: of a round before, or from the facts; empty where nothing is known.</summary>
    JsonObject Known(FormOpening opening) => [];

    /// <summary>Null when the person may start it now.</summary>
    Refusal? WhyNotStartable(CaseContext context);

    /// <summary>Group and areas of a new case, from its first form.</summary>
    Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context);

    /// <summary>Whether a definition may open its cases.</summary>
    bool IsDispatchable => false;

    /// <summary>Group, areas and aggregate of a case that a definition dispatches; null where the item names none.</summary>
    Dispatched? ForItem(JsonNode? item, CaseFile parent, CaseContext context);

    /// <summary>Group and aggregate of a case that the calendar opens, for the period that a day belongs to; null where nothing is opened so.</summary>
    Dispatched? ByCalendar(string groupId, DateOnly day);

    /// <summary>Before <see cref="Apply"/>: looks up what the answer needs beside its own case, into <see cref="CaseFile.Related"/>.</summary>
    Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation);

    /// <summary>Applies the answer to the aggregate, or refuses. Makes the aggregate at the first step.</summary>
    Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context);

    /// <summary>A step's time ran out and its definition leaves by <c>Timeout</c>.</summary>
    Result TimeOut(string stepId, CaseFile file, CaseContext context);

    /// <summary>For a dispatched case that is replayed alone: does to it what the one that dispatched it does when it publishes an event.</summary>
    Result Hear(string name, CaseFile file, CaseFile parent) => Result.Ok;

    /// <summary>What the definition may ask about the case.</summary>
    IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context);

    Refusal? Check(string rule, CaseFile file, CaseContext context);

    /// <summary>Runs a verb that the definition calls; what it makes is added to the store.</summary>
    Result Act(string act, CaseFile file, CaseContext context, IWorkStore store);

    /// <summary>People the process itself knows by a name (<c>tripLeader</c>); null for a name that is not its own.</summary>
    IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context);

    /// <summary>People who may never decide here .</summary>
    IEnumerable<string> Interested(CaseFile file);

    /// <summary>Title, status and state of the case after an act.</summary>
    (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context);
}

/// <summary>Due times, from a step's rule, the calendar and the parameters.</summary>
public static class DueTime
{
    /// <returns>UTC, or null where the rule gives none.</returns>
    public static DateTime? Of(UserTaskSpec spec, IReadOnlyDictionary<string, JsonNode?> facts, InstanceState state, CaseContext context)
    {
        if (spec.Due is not { } rule)
        {
            return null;
        }

        DateTime? due = rule.At is { } name ? Moment(name, facts, state)
            : rule.WorkingDays is { } days ? context.Calendar.DueInWorkingDays(context.Now, Number(days, context))
            : rule.WorkingHours is { } hours ? context.Calendar.AddWorkingTime(context.Now, TimeSpan.FromHours(Number(hours, context)))
            : null;
        var last = rule.NotAfter is { } limit ? Moment(limit, facts, state) : null;
        return due is null ? last : last is { } end && end < due ? end : due;
    }

    /// <summary>A number, or a parameter's key.</summary>
    public static int Number(string text, CaseContext context) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : context.Settings.Int(text);

    private static DateTime? Moment(string name, IReadOnlyDictionary<string, JsonNode?> facts, InstanceState state)
    {
        var text = name.StartsWith('=') ? name[1..] : (facts.GetValueOrDefault(name) ?? state.Variables.GetValueOrDefault(name))?.ToString();
        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime : null;
    }
}
