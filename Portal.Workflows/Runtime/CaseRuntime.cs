using System.Text.Json;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime.Effects;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>
/// The use cases around the runner: start, answer, time, incidents. Each loads one case, asks the aggregate, runs the
/// definition and turns its effects into rows of one unit of work; on a refusal nothing is written. Here is what people do;
/// time, incidents, cases that nobody starts by hand and moving to another version have files of their own.
/// </summary>
public sealed partial class CaseRuntime
{
    private static readonly StepNoteStep Note = new();

    /// <summary>Notices of what somebody did: they say who and which outcome.</summary>
    private static readonly NotificationKind[] TellsWho =
        [NotificationKind.Decision, NotificationKind.Changed, NotificationKind.Cancelled];

    private readonly IWorkStore _store;
    private readonly ProcessCatalogue _processes;
    private readonly CompiledDefinitions _definitions;
    private readonly IWorkflowEngine _engine;
    private readonly Notices _notices;
    private readonly IncidentReports _incidents;
    private readonly EffectHandlers _handlers;

    public CaseRuntime(IWorkStore store, ProcessCatalogue processes, CompiledDefinitions definitions, IWorkflowEngine engine)
    {
        (_store, _processes, _definitions, _engine) = (store, processes, definitions, engine);
        _notices = new Notices(store);
        _incidents = new IncidentReports(store, _notices);
        _handlers = new EffectHandlers(
            new DemandGuardHandler(), new DemandActHandler(store), new OpenTaskHandler(), new CloseTaskHandler(),
            new OpenTimerHandler(store),
            new CloseTimerHandler(store), new NotifyHandler(_notices), new PublishEventHandler(store, this),
            new DispatchChildrenHandler(this),
            new RaiseIncidentHandler(_incidents), new WriteLineHandler());
    }

    /// <summary>Starts a case with its first form filled in. The starter must be a person the process allows.</summary>
    public async Task<Result<Receipt>> StartAsync(
        string processKey, Submission submission, CaseContext context, CancellationToken cancellation = default)
    {
        if (_processes.Find(processKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        if (process.WhyNotStartable(context) is { } refusal)
        {
            return refusal;
        }

        if (submission.WhyNotReadable() is { } unreadable)
        {
            return unreadable;
        }

        var hand = process.Opening<OpenedByHand>()!;
        var place = hand.Place(submission.Form, context);
        return place.IsSuccess
            ? await OpenAnsweredAsync(
                process, new NewCase(place.Value) { First = submission }, new Origin(null, Sensitivity.Normal, context), hand.MayBegin,
                cancellation)
            : place.Refusal;
    }

    /// <summary>
    /// Answers a step. The task must be open and the person one of its people, or stand in for one. Of two people who
    /// answer the same step, the second gets <c>Common.ChangedMeanwhile</c>.
    /// </summary>
    public async Task<Result<Receipt>> CompleteAsync(
        Guid taskId, Submission submission, CaseContext context, CancellationToken cancellation = default)
    {
        if (submission.WhyNotReadable() is { } unreadable)
        {
            return unreadable;
        }

        if (await TurnOfAsync(await _store.FindByTaskAsync(taskId, cancellation), context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        var task = turn.File.Tasks.Find(t => t.Id == taskId)!;
        if (!MayKnow(turn, task))
        {
            return Refusal.NotFound;
        }

        if (task.State != UserTaskState.Open || (submission.Version is { } version && version != task.Version))
        {
            return Meanwhile(task, context);
        }

        var spec = SpecOf(task, turn.Definition);
        if (spec.Action(submission.Action) is not { } action)
        {
            return RuntimeRefusals.UnknownAction(submission.Action);
        }

        turn = turn.At(task.Item);
        if (WithRight(task, spec, action, turn) is not { } acting)
        {
            return Refusal.Forbidden;
        }

        return !action.IsOptional && WhyHeld(task, spec, turn) is { } held
            ? held
            : await AnswerAsync(turn with { Context = acting }, new GivenAnswer(task, spec, action, submission), cancellation);
    }

    /// <summary>The actions of a task that a person may take now, without trying them.</summary>
    /// <param name="turn">The case as the person sees it.</param>
    public static IReadOnlyList<TaskAction> ActionsFor(UserTask task, UserTaskSpec spec, Turn turn) => task.State != UserTaskState.Open
        ? []
        : [.. spec.Actions
            .Where(a => WithRight(task, spec, a, turn.At(task.Item)) is not null && (a.IsOptional || WhyHeld(task, spec, turn) is null))];

    /// <summary>In whose place the person would answer the step; null in one's own right, or with none.</summary>
    public static string? PrincipalOf(UserTask task, UserTaskSpec spec, Turn turn) => spec.Actions
        .Select(a => WithRight(task, spec, a, turn.At(task.Item)))
        .FirstOrDefault(c => c is not null)?.ActingForId;

    public Task<CompiledDefinition> DefinitionOfAsync(string versionId, CancellationToken cancellation) =>
        _definitions.OfAsync(versionId, _store.FindVersionAsync, cancellation);

    public static UserTaskSpec SpecOf(UserTask task, CompiledDefinition definition) =>
        task.SpecJson.Length > 0 ? JsonSerializer.Deserialize<UserTaskSpec>(task.SpecJson)!
        : definition.Find(task.StepId)?.FixedSpec ?? throw new InvalidOperationException($"Step {task.StepId} has no settings.");

    /// <summary>An act on a case begins.</summary>
    /// <returns>Null where there is no such case, or nobody knows its process.</returns>
    private async Task<Turn?> TurnOfAsync(CaseFile? file, CaseContext context, CancellationToken cancellation) =>
        file is not null && _processes.Find(file.Case.ProcessKey) is { } process
            ? new Turn(file, process, await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation), context) : null;

    private async Task<Turn?> TurnOfAsync(Guid caseId, CaseContext context, CancellationToken cancellation) =>
        await TurnOfAsync(await _store.FindCaseAsync(caseId, cancellation), context, cancellation);

    /// <summary>Takes an answer in: checks it, applies it to the aggregate, keeps it, and lets the case and those around it go
    /// on.</summary>
    private async Task<Result<Receipt>> AnswerAsync(Turn turn, GivenAnswer given, CancellationToken cancellation)
    {
        if (given.WhyNotSuitable(_processes, turn.Context) is { } unsuitable)
        {
            return unsuitable;
        }

        var answer = given.ToStep();
        var prepared = await turn.Process.PrepareAsync(answer, turn, _store, cancellation);
        if (!prepared.IsSuccess)
        {
            return prepared.Refusal;
        }

        var isNew = turn.File.Subject is null;
        turn = turn with { Answer = answer, Answered = new AnsweredStep(given.Task, given.Action.Key), Related = prepared.Value };
        var applied = answer.FormKey == Note.FormKey ? Note.Take(answer, turn) : turn.Process.Apply(answer, turn);
        if (!applied.IsSuccess)
        {
            return applied.Refusal;
        }

        if (WhyNotDecided(turn, given, applied.Value) is { } ownMatter)
        {
            return ownMatter;
        }

        if (isNew && turn.File.Subject is { } made)
        {
            _store.Add(made);
        }

        if (await AttachAsync(turn, given, applied.Value, cancellation) is { } refused)
        {
            return refused;
        }

        turn = turn with { Sensitivity = SensitivityOfAct(turn.Case, given, applied.Value) };
        await KeepAsync(turn, given, applied.Value, cancellation);
        var expected = given.Task.Assignees.Count(a => !a.IsOptional);
        var advanced = await AdvanceAsync(
            turn, new AnswerStimulus(given.Task.WaitId, given.Action.Key, turn.Context.PrincipalId, expected, given.Submission.Extra),
            cancellation);
        return advanced.IsSuccess ? await FollowUpAsync(turn, applied.Value, SaidOf(turn, given), cancellation) : advanced.Refusal;
    }

    // X-08, whatever the definition says: who asked for it, or had it asked for, does not decide on it. A decision that asks for nothing
    // beside itself (a leader who names whom to send) is no answer to a request.
    private Refusal? WhyNotDecided(Turn turn, GivenAnswer given, StepEffect effect)
    {
        if (effect is not { IsDecision: true, IsOnRequest: true } || given.FormKey == Note.FormKey || IsRequest(given))
        {
            return null;
        }

        var requesters = turn.Case.RequestersOf(given.Task.Item);
        return requesters.Contains(turn.Context.Actor.PersonId) || requesters.Contains(turn.Context.PrincipalId)
            ? RuntimeRefusals.OwnRequest
            : null;
    }

    private bool IsRequest(GivenAnswer given) => _processes.Form(given.FormKey)?.IsReviewed == true;

    private async Task<Refusal?> AttachAsync(Turn turn, GivenAnswer given, StepEffect effect, CancellationToken cancellation)
    {
        Guid[] files = [.. effect.Files, .. ExtraFields.Files(given.Spec.Fields, given.Submission.Extra)];
        return files.Length == 0 ? null
            : await _store.AttachAsync(
                turn.Case.Id, files, turn.Context.Actor.PersonId, ClassificationMarks.AreConfirmed(given.Submission.Form),
                turn.Context.Settings.Int("Attachments.MaxPerCase"), cancellation);
    }

    // and in whose place.
    private static LocalText ByWhom(CaseContext context) => context.ActingForId is { } principal
        ? LocalText.Of(
            "Notice.ByFor", context.Directory.NameOf(context.Actor.PersonId), context.Directory.NameOf(principal))
        : LocalText.Of("Notice.By", context.Directory.NameOf(context.Actor.PersonId));

    private static LocalText SaidOf(Turn turn, GivenAnswer given) => LocalText.Join(
        ByWhom(turn.Context),
        ShippedProcesses.OutcomeOf(turn.Case.ProcessKey, given.Task.StepId, given.Action));

    /// <summary>What came of the answer beside its own case: who is told, which cases are opened, which go on.</summary>
    private async Task<Result<Receipt>> FollowUpAsync(Turn turn, StepEffect effect, LocalText said, CancellationToken cancellation)
    {
        foreach (var (kind, who) in effect.Tell)
        {
            _notices.Tell(
                turn.Case, null, kind, Assignees.Of(who, turn with { }), turn.Context, TellsWho.Contains(kind) ? said : default);
        }

        List<Receipt> others = [.. _opened.Where(o => o.Case.ParentId == turn.Case.Id).Select(Receipt.Of)];
        var dated = effect.Directives.Where(d => d.Due is not null).Select(d => (CaseEvents.DirectiveGiven, (object?)d));
        _notices.TellOfDirectives(turn, effect.Directives.Where(d => d.Due is null));
        foreach (var (name, payload) in effect.Events.Concat(dated))
        {
            var opened = await OpenByEventAsync(Origin.Of(turn), name, payload, cancellation);
            if (!opened.IsSuccess)
            {
                return opened.Refusal;
            }

            others.AddRange(opened.Value);
        }

        foreach (var (caseId, name) in effect.Signals)
        {
            if (await SignalAsync(caseId, name, turn.Context, cancellation) is { IsSuccess: false, Refusal: { } signalled })
            {
                return signalled;
            }
        }

        if (await OnChildrenAsync(turn, effect.OnChildren, cancellation) is { IsSuccess: false, Refusal: { } refusal })
        {
            return refusal;
        }

        return Receipt.Of(turn.File) with { Opened = others.Count > 0 ? others : null };
    }

    // Whose step it is knows of it, also who reads nothing else of the case.
    private static bool MayKnow(Turn turn, UserTask task) =>
        task.Assignees.Any(a => a.PersonId == turn.Context.Actor.PersonId)
        || CaseAccess.CanReadContent(
            AccessScope.Of(turn.Context.Actor.PersonId, turn.Context.Directory, turn.Context.Today), turn.Case);

    private static Refusal Meanwhile(UserTask task, CaseContext context) => Refusal.ChangedMeanwhile(
        task.CompletedById is null ? "" : context.Directory.NameOf(task.CompletedById), task.CompletedAt ?? context.Now,
        task.Outcome ?? "");

    /// <summary>
    /// The context with the right in it: one's own first, which may be another's by what one did on this case in their place; else one
    /// lent by a delegation; null without any.
    /// </summary>
    private static CaseContext? WithRight(UserTask task, UserTaskSpec spec, TaskAction action, Turn turn)
    {
        var (context, actor, errand) = (turn.Context, turn.Context.Actor.PersonId, task.ErrandOf(action));
        var entitled = Assignees.Entitled(task, spec, action, turn);
        if (!action.IsOptional && Assignees.Barred(spec.Excluded, turn).Contains(actor))
        {
            return null;
        }

        if (entitled.Contains(actor))
        {
            return context with { ActingForId = turn.Process.ActsFor(actor, turn) };
        }

        var principal = entitled.FirstOrDefault(p => context.Directory.GrantFor(p, actor, errand, context.Today) is not null);
        return principal is null ? null : context with { ActingForId = principal };
    }
}
