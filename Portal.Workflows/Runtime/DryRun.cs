using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.Scenarios;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>
/// Section 7.1, "Chạy thử": cases of a draft run through the real runtime, the real rules and the organisation as it stands, with a
/// clock moved at will. Nothing is stored and nobody is told. An act that is refused leaves everything as it was.
/// </summary>
/// <param name="published">The version that new cases of a process begin with, by the process's key; the draft stands in for its
/// own.</param>
/// <param name="contextOf">A person's context at a moment.</param>
/// <param name="related">Copies of what lies beside the case; nothing is ever written back.</param>
public sealed class DryRun(
    WorkflowDefinition draft,
    ProcessCatalogue processes,
    Func<string, CancellationToken, Task<DefinitionVersion?>> published,
    Func<string, DateTime, CaseContext> contextOf,
    IRelatedRecords related,
    IWorkflowEngine engine,
    DateTime startsAt)
{
    private const int MaxMoments = 2_000;

    private readonly CompiledDefinitions _definitions = new();
    private readonly List<(Func<CancellationToken, Task<Result>> Do, ScenarioAct? Told)> _acts = [];
    private readonly List<DryRunEntry> _entries = [];
    private DryRunStore _store = null!;
    private DateTime? _now;
    private CaseFile? _parent;

    /// <summary>The version that is tried.</summary>
    public CompiledDefinition Tried { get; } = new(draft);

    /// <summary>UTC.</summary>
    public DateTime Now => _now ?? startsAt;

    public IReadOnlyList<DryRunEntry> Entries => _entries;

    public bool IsStarted => _acts.Count > 0;

    /// <summary>UTC; where the clock began.</summary>
    public DateTime StartsAt => startsAt;

    /// <summary>What was done and not taken back.</summary>
    public IReadOnlyList<ScenarioAct> Acts => [.. _acts.Select(a => a.Told).OfType<ScenarioAct>()];

    /// <summary>The case that was started; those it opened come after it.</summary>
    public IReadOnlyList<CaseFile> Cases => _store is null ? [] : [.. _store.Of<Case>().Select(c => _store.Find(c.Id)).OfType<CaseFile>()];

    /// <summary>Open steps of all cases, by due time.</summary>
    public IReadOnlyList<UserTask> Open =>
        _store is null
            ? []
            : [.. _store.Of<UserTask>().Where(t => t.State == UserTaskState.Open).OrderBy(t => t.DueAt ?? DateTime.MaxValue)];

    public IReadOnlyList<FormSubmission> SubmissionsOf(Guid caseId) => [.. _store.Of<FormSubmission>().Where(s => s.CaseId == caseId)];

    public IReadOnlyList<UserTask> TasksOf(Guid caseId) => [.. _store.Of<UserTask>().Where(t => t.CaseId == caseId)];

    public IReadOnlyList<CaseDecision> DecisionsOf(Guid caseId) => [.. _store.Of<CaseDecision>().Where(d => d.CaseId == caseId)];

    /// <summary>When something happens by itself next: a timer, a reminder, a deadline; null when nothing will.</summary>
    public DateTime? NextMoment =>
        _store is null
            ? null
            : _store.Of<WorkflowTimer>()
                .Select(t => (DateTime?)t.At)
                .Concat(_store.Of<UserTask>().Where(t => t.State == UserTaskState.Open).Select(t => t.NextAttentionAt))
                .Min();

    public CaseContext ContextOf(string personId) => contextOf(personId, Now);

    public async Task<CompiledDefinition> DefinitionOfAsync(CaseFile file, CancellationToken cancellation = default) =>
        await Runtime().DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);

    /// <summary>The settings of an open step and what a person may do at it.</summary>
    public async Task<(UserTaskSpec Spec, IReadOnlyList<TaskAction> Actions)> StepAsync(
        UserTask task, string personId, CancellationToken cancellation = default)
    {
        var file = _store.Find(task.CaseId)!;
        var spec = CaseRuntime.SpecOf(task, await DefinitionOfAsync(file, cancellation));
        return (spec, CaseRuntime.ActionsFor(task, spec, await TurnOfAsync(file, ContextOf(personId), cancellation)));
    }

    /// <summary>A case of the run as a person finds it now.</summary>
    public async Task<Turn> TurnOfAsync(CaseFile file, CaseContext context, CancellationToken cancellation = default) =>
        new(file, processes.Find(file.Case.ProcessKey)!, await DefinitionOfAsync(file, cancellation), context);

    /// <summary>Extra fields of a step of the version that is tried.</summary>
    public IReadOnlyList<ExtraField> FieldsOf(string stepId) => Tried.Find(stepId)?.FixedSpec?.Fields ?? [];

    public Task<Result> StartAsync(string processKey, string personId, Submission submission, CancellationToken cancellation = default)
    {
        var at = Now;
        var told = Told(ScenarioActKind.Start, personId, submission) with { Process = processKey };
        return ActAsync(told, async token =>
        {
            _now = at;
            var before = _store.Log.Count;
            var done = await Runtime().StartAsync(processKey, Copy(submission), contextOf(personId, at), token);
            if (!done.IsSuccess)
            {
                return done.Refusal;
            }

            var first = _store.Of<UserTask>().First();
            Note(before, personId, first.StepId, first.Title, submission.Action);
            return Result.Ok;
        }, cancellation);
    }

    /// <summary>Opens the case that the calendar would open.</summary>
    /// <param name="owner">For whom: a group, an area; empty for the committee.</param>
    /// <param name="period">First day of the period; null for the running one.</param>
    public Task<Result> OpenByCalendarAsync(
        string processKey, string owner, DateOnly? period = null, CancellationToken cancellation = default) =>
        OpenAsync(
            Told(processKey, owner, period),
            async (context, token) => processes.Find(processKey)?.Opening<OpenedByCalendar>() is { } calendar
                ? await Runtime().OpenByCalendarAsync(processKey, owner, period ?? calendar.Periods(context).First(), context, token)
                : Refusal.NotFound,
            cancellation);

    /// <summary>Opens the case that another one dispatches for an item; that one is read only.</summary>
    public Task<Result> OpenForItemAsync(string processKey, JsonNode? item, CaseFile parent, CancellationToken cancellation = default)
    {
        _parent = parent;
        return OpenAsync(null, (context, token) => Runtime().OpenForItemAsync(processKey, item, parent, context, token), cancellation);
    }

    /// <summary>Lets the case that was opened hear of an event that the one it came from publishes.</summary>
    public Task<Result> SignalAsync(string name, CancellationToken cancellation = default)
    {
        var at = Now;
        return ActAsync(null, async token =>
        {
            _now = at;
            var before = _store.Log.Count;
            var file = Cases[0];
            var turn = await TurnOfAsync(file, contextOf("", at), token);
            if (_parent is not null && turn.Process.FollowEvent(name, turn, _parent) is { IsSuccess: false } refused)
            {
                return refused;
            }

            var done = await Runtime().SignalAsync(file.Case.Id, name, contextOf("", at), token);
            Note(before, "", "", "", "");
            return done;
        }, cancellation);
    }

    /// <summary>Answers an open step as one of its people.</summary>
    public Task<Result> AnswerAsync(UserTask task, string personId, Submission submission, CancellationToken cancellation = default)
    {
        var (at, waitId, number) = (Now, task.WaitId, task.CaseNumber);
        var told = Told(ScenarioActKind.Answer, personId, submission) with { StepId = task.StepId, Item = task.Item };
        return ActAsync(told, async token =>
        {
            _now = at;
            if (_store.Of<UserTask>().FirstOrDefault(t => t.WaitId == waitId && t.CaseNumber == number && t.State == UserTaskState.Open)
                is not { } open)
            {
                return Refusal.NotFound;
            }

            var before = _store.Log.Count;
            var done = await Runtime().CompleteAsync(open.Id, Copy(submission), contextOf(personId, at), token);
            if (!done.IsSuccess)
            {
                return done.Refusal;
            }

            Note(before, personId, open.StepId, open.Title, submission.Action);
            return Result.Ok;
        }, cancellation);
    }

    /// <summary>Moves the clock; what falls into that time happens at its own moment. Backwards it does not go: take the last act
    /// back.</summary>
    public Task<Result> MoveToAsync(DateTime moment, CancellationToken cancellation = default) =>
        moment <= Now
            ? Task.FromResult(Result.From(RuntimeRefusals.Backwards))
            : ActAsync(
                new ScenarioAct { Kind = ScenarioActKind.Time, At = moment }, token => LetTimePassAsync(moment, token), cancellation);

    /// <summary>Does what was done in another run. An answer is given to the open step of that name and item.</summary>
    public Task<Result> DoAsync(ScenarioAct act, CancellationToken cancellation = default)
    {
        var submission = new Submission(
            act.Action, (JsonObject?)act.Form?.DeepClone() ?? [], (JsonObject?)act.Extra?.DeepClone(), null, null);
        switch (act.Kind)
        {
            case ScenarioActKind.Start:
                return StartAsync(act.Process, act.PersonId, submission, cancellation);
            case ScenarioActKind.Calendar:
                return OpenByCalendarAsync(act.Process, act.Owner, act.Period, cancellation);
            case ScenarioActKind.Time when act.At is { } moment:
                return MoveToAsync(moment, cancellation);
            default:
                return Open.FirstOrDefault(t => t.StepId == act.StepId && t.Item == act.Item) is { } task
                    ? AnswerAsync(task, act.PersonId, submission, cancellation)
                    : Task.FromResult(Result.From(RuntimeRefusals.StepNotOpen));
        }
    }

    private async Task<Result> LetTimePassAsync(DateTime moment, CancellationToken cancellation)
    {
        for (var i = 0; i < MaxMoments && NextMoment is { } at && at <= moment; i++)
        {
            _now = at > Now ? at : Now;
            var before = _store.Log.Count;
            var context = contextOf("", Now);
            var timer = _store.Of<WorkflowTimer>().Where(t => t.At <= Now).MinBy(t => t.At);
            var done = timer is not null
                ? await Runtime().FireTimerAsync(timer.CaseId, timer.WaitId, context, cancellation)
                : await Runtime().AttendAsync(
                    _store.Of<UserTask>().First(t => t.State == UserTaskState.Open && t.NextAttentionAt <= Now).Id, context, cancellation);
            if (!done.IsSuccess)
            {
                return done;
            }

            Note(before, "", "", "", "");
        }

        _now = moment;
        return Result.Ok;
    }

    /// <summary>Why something would be refused; the run stays as it is.</summary>
    public async Task<Refusal?> WhyNotAsync(Func<Task<Result>> act, CancellationToken cancellation = default)
    {
        var done = await act();
        if (done.IsSuccess)
        {
            await UndoAsync(cancellation);
        }

        return done.Refusal;
    }

    /// <summary>Takes the last act back.</summary>
    public async Task UndoAsync(CancellationToken cancellation = default)
    {
        if (_acts.Count > 0)
        {
            _acts.RemoveAt(_acts.Count - 1);
            await AgainAsync(cancellation);
        }
    }

    private static ScenarioAct Told(ScenarioActKind kind, string personId, Submission submission) => new()
    {
        Kind = kind,
        PersonId = personId,
        Action = submission.Action,
        Form = (JsonObject)submission.Form.DeepClone(),
        Extra = (JsonObject?)submission.Extra?.DeepClone(),
    };

    private static ScenarioAct Told(string processKey, string owner, DateOnly? period) =>
        new() { Kind = ScenarioActKind.Calendar, Process = processKey, Owner = owner, Period = period };

    private Task<Result> OpenAsync(
        ScenarioAct? told, Func<CaseContext, CancellationToken, Task<Result<Receipt>>> open, CancellationToken cancellation)
    {
        var at = Now;
        return ActAsync(told, async token =>
        {
            _now = at;
            var before = _store.Log.Count;
            var done = await open(contextOf("", at), token);
            Note(before, "", "", "", "");
            return Result.From(done.Refusal);
        }, cancellation);
    }

    private async Task<Result> ActAsync(
        ScenarioAct? told, Func<CancellationToken, Task<Result>> act, CancellationToken cancellation)
    {
        _store ??= NewStore();
        var now = Now;
        var done = await act(cancellation);
        if (done.IsSuccess)
        {
            _acts.Add((act, told));
            return done;
        }

        // What the runtime had begun is not to stay: all acts before are done again on an empty store.
        await AgainAsync(cancellation);
        _now = now;
        return done;
    }

    private async Task AgainAsync(CancellationToken cancellation)
    {
        (_store, _now) = (NewStore(), null);
        _entries.Clear();
        foreach (var (act, _) in _acts.ToList())
        {
            await act(cancellation);
        }
    }

    private DryRunStore NewStore() => new(async (key, token) => key == draft.DefinitionId || key == draft.Id
        ? new DefinitionVersion
        {
            Id = draft.Id,
            DefinitionId = draft.DefinitionId,
            Version = draft.Version,
            Name = draft.Name,
            Json = draft.Write(),
            CreatedAt = startsAt
        }
        : await published(key, token), related);

    private CaseRuntime Runtime() => new(_store, processes, _definitions, engine);

    private void Note(int before, string personId, string stepId, string title, string action)
    {
        var made = _store.Log.Skip(before).ToList();
        var entry = new DryRunEntry(Now, personId, stepId, title, action,
            [.. made.OfType<UserTask>().Where(t => t.State == UserTaskState.Open)], [.. made.OfType<Notification>()],
            [.. made.OfType<Incident>()]);
        if (personId.Length > 0 || entry.Opened.Count + entry.Told.Count + entry.Incidents.Count > 0)
        {
            _entries.Add(entry);
        }
    }

    // The runtime may write into what it is given, and an act may have to be done again.
    private static Submission Copy(Submission submission) =>
        submission with { Form = (JsonObject)submission.Form.DeepClone(), Extra = (JsonObject?)submission.Extra?.DeepClone() };
}
