using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Activities;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>What a person sends to start a case or to answer a step.</summary>
/// <param name="Action">Key of the outcome.</param>
/// <param name="Form">The form, as JSON.</param>
/// <param name="Extra">Extra fields of the step, or null.</param>
/// <param name="Version">Version of the task as the person saw it, or null where it does not matter.</param>
/// <param name="Comment">Becomes the opinion or the reason of the form, where the form says none itself.</param>
public sealed record Submission(string Action, JsonObject Form, JsonObject? Extra = null, int? Version = null, string? Comment = null);

/// <summary>What happened, for the confirmation page.</summary>
/// <param name="Waiting">Who acts now on what, until when.</param>
/// <param name="Opened">Cases that were opened along with it: a task from a directive, another group's nomination (E-M10).</param>
public sealed record Receipt(Guid CaseId, string Number, string Status, CaseState State, IReadOnlyList<WaitingStep> Waiting, IReadOnlyList<Receipt>? Opened = null);

public sealed record WaitingStep(Guid TaskId, string StepId, string Title, IReadOnlyList<string> PersonIds, DateTime? DueAt, string? DueClause);

/// <summary>
/// The use cases around the runner: start, answer, time, incidents. Each loads one case, asks the aggregate, runs the
/// definition and turns its effects into rows of one unit of work; on a refusal nothing is written.
/// </summary>
public sealed partial class CaseRuntime(IWorkStore store, ProcessCatalogue processes, CompiledDefinitions definitions)
{
    /// <summary>Starts a case with its first form filled in. The starter must be a person the process allows.</summary>
    public async Task<Result<Receipt>> StartAsync(string processKey, Submission submission, CaseContext context, Guid? parentId = null, CancellationToken cancellation = default)
    {
        if (processes.Find(processKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        if (parentId is null && process.WhyNotStartable(context) is { } refusal)
        {
            return refusal;
        }

        var place = process.Place(submission.Form, context);
        if (!place.IsSuccess)
        {
            return place.Refusal;
        }

        return await OpenAsync(process, place.Value.GroupId, place.Value.AreaIds, submission, context, parentId, cancellation);
    }

    /// <summary>
    /// Answers a step. The task must be open and the person one of its people, or stand in for one. Of two people who
    /// answer the same step, the second gets <c>Common.ChangedMeanwhile</c>.
    /// </summary>
    public async Task<Result<Receipt>> CompleteAsync(Guid taskId, Submission submission, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindByTaskAsync(taskId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var task = file.Tasks.Find(t => t.Id == taskId)!;
        if (task.Assignees.All(a => a.PersonId != context.Actor.PersonId)
            && !CaseAccess.CanReadContent(AccessScope.Of(context.Actor.PersonId, context.Directory, context.Today), file.Case))
        {
            return Refusal.NotFound;
        }

        if (task.State != UserTaskState.Open || (submission.Version is { } version && version != task.Version))
        {
            return Meanwhile(task, context);
        }

        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var spec = SpecOf(task, definition);
        if (spec.Action(submission.Action) is not { } action)
        {
            return new Refusal("Task.UnknownAction", null, submission.Action);
        }

        file.Item = task.Item;
        var facts = process.Facts(file, context);
        var entitled = Entitled(task, spec, action, process, file, facts, context);
        if (WithRight(entitled, file.Case, context) is not { } acting)
        {
            return Refusal.Forbidden;
        }

        return await AnswerAsync(file, process, definition, task, spec, action, submission, acting, cancellation);
    }

    /// <summary>The actions of a task that a person may take now, without trying them.</summary>
    public static IReadOnlyList<TaskAction> ActionsFor(
        UserTask task, UserTaskSpec spec, IProcess process, CaseFile file, CaseContext context)
    {
        if (task.State != UserTaskState.Open)
        {
            return [];
        }

        file.Item = task.Item;
        var facts = process.Facts(file, context);
        return [.. spec.Actions.Where(a => WithRight(Entitled(task, spec, a, process, file, facts, context), file.Case, context) is not null)];
    }

    public async Task<CompiledDefinition> DefinitionOfAsync(string versionId, CancellationToken cancellation) =>
        definitions.Find(versionId)
        ?? definitions.Of(await store.FindVersionAsync(versionId, cancellation) ?? throw new InvalidOperationException($"Definition version {versionId} is gone."));

    public static UserTaskSpec SpecOf(UserTask task, CompiledDefinition definition) =>
        task.SpecJson.Length > 0 ? JsonSerializer.Deserialize<UserTaskSpec>(task.SpecJson)!
        : definition.Find(task.StepId)?.FixedSpec ?? throw new InvalidOperationException($"Step {task.StepId} has no settings.");

    /// <summary>A timer of the definition has come due.</summary>
    public async Task<Result> FireTimerAsync(Guid caseId, int waitId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindTimerAsync(caseId, waitId, cancellation) is not { } timer || await store.FindCaseAsync(caseId, cancellation) is not { } file
            || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        store.Remove(timer);
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        return await AdvanceAsync(file, process, definition, new TimeStimulus(waitId), null, context, cancellation);
    }

    /// <summary>Looks at a task whose moment of attention has come: reminds, escalates, or leaves through <c>Timeout</c>. Never decides (X-07).</summary>
    public async Task<Result> AttendAsync(Guid taskId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindByTaskAsync(taskId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var task = file.Tasks.Find(t => t.Id == taskId)!;
        if (task.State != UserTaskState.Open || task.NextAttentionAt is not { } at || at > context.Now)
        {
            return Result.Ok;
        }

        file.Item = task.Item;
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var spec = SpecOf(task, definition);
        var isUp = task.DueAt is { } due && context.Now >= due;
        if (isUp && spec.OnTimeout.Do == "leave" && spec.EnableTimeoutOutcome)
        {
            var applied = process.TimeOut(task.StepId, file, context);
            if (!applied.IsSuccess)
            {
                return applied.Refusal;
            }

            return await AdvanceAsync(file, process, definition, new TimeStimulus(task.WaitId), (task, "Timeout"), context, cancellation);
        }

        var attention = Attention.At(task, spec, context);
        Tell(file.Case, task, attention.Kind, task.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId), context);
        if (attention.EscalateTo.Count > 0)
        {
            Tell(file.Case, task, NotificationKind.Escalated, People.Of(attention.EscalateTo, [], process, file, process.Facts(file, context), context)
                .Except(task.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)), context);
        }

        if (isUp && spec.OnTimeout.Do == "widen")
        {
            Widen(file, process, task, spec, context);
        }

        task.NextAttentionAt = Attention.After(context.Now, task, spec, context);
        return Result.Ok;
    }

    // One more link of the chain each time: those who may act are more, nobody has decided.
    private void Widen(CaseFile file, IProcess process, UserTask task, UserTaskSpec spec, CaseContext context)
    {
        foreach (var link in spec.OnTimeout.To)
        {
            var added = People.Of([link], spec.Excluded, process, file, process.Facts(file, context), context).Where(task.Widen).ToList();
            if (added.Count > 0)
            {
                added.ForEach(p => file.Case.Involve(p, CasePersonKind.Assignee));
                Tell(file.Case, task, NotificationKind.Escalated, added, context);
                store.Audit(Entry(context, "Task.Reassigned", file.Case.Id, task.StepId, string.Join(", ", added)));
                return;
            }
        }
    }

    /// <summary>
    /// Gives the open steps of a case to whom the organisation names today: a new lead, a new leader in charge (E-T8,
    /// E-R8). A step for which nobody is found stays with whom it was.
    /// </summary>
    /// <returns>How many people were added.</returns>
    public async Task<Result<int>> FollowOrganisationAsync(Guid caseId, CaseContext context, CancellationToken cancellation = default)
    {
        if (await store.FindCaseAsync(caseId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        var facts = process.Facts(file, context);
        var added = 0;
        foreach (var task in file.Tasks.Where(t => t.State == UserTaskState.Open))
        {
            added += Follow(file, process, task, SpecOf(task, definition), facts, context);
        }

        return added;
    }

    /// <summary>Gives an open step to whom its settings name today.</summary>
    /// <returns>How many people were added.</returns>
    private int Follow(CaseFile file, IProcess process, UserTask task, UserTaskSpec spec, IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context)
    {
        file.Item = task.Item;
        List<string> people = [.. People.Of(spec.Who, spec.Excluded, process, file, facts, context)];
        people.AddRange(task.Assignees.Where(a => a.IsWidened && a.IsOpen && !people.Contains(a.PersonId)).Select(a => a.PersonId).ToList());
        var optional = spec.Actions.Where(a => a.IsOptional).SelectMany(a => People.Of(a.Who, [], process, file, facts, context)).Except(people).ToList();
        if (people.Count == 0 || task.Assignees.Where(a => a.IsOpen).Select(a => (a.PersonId, a.IsOptional)).ToHashSet()
            .SetEquals(people.Except(task.Assignees.Where(a => !a.IsOpen).Select(a => a.PersonId)).Select(p => (p, task.IsOptional)).Concat(optional.Select(p => (p, true)))))
        {
            return 0;
        }

        var before = task.Assignees.Where(a => a.IsOpen).ToList();
        foreach (var gone in before.Where(a => !people.Contains(a.PersonId) && !optional.Contains(a.PersonId)))
        {
            task.Unassign(gone.PersonId);
        }

        foreach (var (person, isOptional) in people.Select(p => (p, task.IsOptional)).Concat(optional.Select(p => (p, true))))
        {
            task.Assign(person, isOptional);
        }

        var newcomers = people.Except(before.Where(a => !a.IsOptional || task.IsOptional).Select(a => a.PersonId)).ToList();
        foreach (var person in newcomers)
        {
            file.Case.Involve(person, CasePersonKind.Assignee);
        }

        store.Audit(Entry(context, "Task.Reassigned", file.Case.Id, task.StepId, string.Join(", ", newcomers)));
        store.Touch(file.Case.Id, before.Select(a => a.PersonId));
        if (!spec.IsOptional)
        {
            Tell(file.Case, task, NotificationKind.TaskAssigned, newcomers, context);
        }

        return newcomers.Count;
    }

    /// <summary>Administrators only: tries the faulted activity again, goes on at another step, or gives the case up.</summary>
    /// <param name="stepId">The step to go on at; null to try again.</param>
    public Task<Result> RepairAsync(Guid caseId, int incidentNumber, string? stepId, string reason, CaseContext context, CancellationToken cancellation = default) =>
        MendAsync(caseId, incidentNumber, stepId is null ? new RetryStimulus(incidentNumber) : new JumpStimulus(incidentNumber, stepId),
            stepId is null ? "Incident.Retried" : "Incident.Jumped", stepId ?? "", reason, context, cancellation);

    /// <summary>Administrators only: ends a case that cannot be mended.</summary>
    public Task<Result> GiveUpAsync(Guid caseId, int incidentNumber, string reason, CaseContext context, CancellationToken cancellation = default) =>
        MendAsync(caseId, incidentNumber, new CancelStimulus(), "Incident.Cancelled", "", reason, context, cancellation);

    private async Task<Result> MendAsync(
        Guid caseId, int incidentNumber, Stimulus stimulus, string act, string subject, string reason, CaseContext context, CancellationToken cancellation)
    {
        if (!context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today))
        {
            return Refusal.Forbidden;
        }

        if (reason.Trim().Length < 10)
        {
            return Refusal.Invalid([new FieldError("reason", "Common.ReasonTooShort", null, 10)]);
        }

        if (await store.FindCaseAsync(caseId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var incidents = await store.OpenIncidentsAsync(caseId, cancellation);
        if (incidents.FirstOrDefault(i => i.Number == incidentNumber) is not { } incident)
        {
            return Refusal.NotFound;
        }

        incident.Resolve(context.Actor.PersonId, act, context.Now);
        store.Audit(Entry(context, act, file.Case.Id, incident.StepId + (subject.Length > 0 ? $" → {subject}" : ""), reason: reason));
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        return await AdvanceAsync(file, process, definition, stimulus, null, context, cancellation);
    }

    /// <summary>
    /// Opens a case by the calendar: nobody has filled in anything yet, its first step goes to whom the definition names.
    /// </summary>
    /// <param name="subject">Makes the aggregate from the case's id.</param>
    public async Task<Result<Receipt>> OpenEmptyAsync(
        string processKey, string groupId, IReadOnlyList<string> areaIds, Func<Guid, object> subject, CaseContext context, CancellationToken cancellation = default)
    {
        if (processes.Find(processKey) is not { } process || await store.PublishedAsync(processKey, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, processKey);
        }

        return await OpenEmptyAsync(process, versionId, new Dispatched(groupId, areaIds, subject), null, null, context, cancellation);
    }

    private async Task<Result<Receipt>> OpenEmptyAsync(
        IProcess process, string versionId, Dispatched made, Guid? parentId, int? parentWaitId, CaseContext context, CancellationToken cancellation)
    {
        var definition = await DefinitionOfAsync(versionId, cancellation);
        var number = await store.NextNumberAsync(process.NumberPrefix, context.Today.Year, cancellation);
        var opened = Case.Open(process.Key, number, made.GroupId, context.Actor.PersonId, made.AreaIds, context.Now, parentId);
        var file = new CaseFile(opened, WorkflowInstance.Of(opened.Id, versionId, parentWaitId), made.Subject(opened.Id), []);
        store.Add(opened);
        store.Add(file.Instance);
        store.Add(file.Subject!);
        store.Audit(Entry(context, "Case.Opened", opened.Id, number));
        var advanced = await AdvanceAsync(file, process, definition, new StartStimulus(), null, context, cancellation);
        return advanced.IsSuccess ? ReceiptOf(file) : advanced.Refusal;
    }

    private async Task<Result> DispatchAsync(CaseFile parent, DispatchChildren dispatch, CaseContext context, CancellationToken cancellation)
    {
        if (processes.Find(dispatch.DefinitionId) is not { } process || await store.PublishedAsync(process.Key, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, dispatch.DefinitionId);
        }

        foreach (var item in dispatch.Items)
        {
            var opened = await OpenForItemAsync(process, versionId, item, parent, dispatch.WaitId, context, cancellation);
            if (!opened.IsSuccess)
            {
                return opened.Refusal;
            }
        }

        return Result.Ok;
    }

    /// <summary>Opens what another case dispatches for an item, alone: nothing reports back to that case.</summary>
    /// <param name="parent">The case as it stands; it is read only.</param>
    internal async Task<Result<Receipt>> OpenForItemAsync(string processKey, JsonNode? item, CaseFile parent, CaseContext context, CancellationToken cancellation) =>
        processes.Find(processKey) is { } process && await store.PublishedAsync(processKey, cancellation) is { } versionId
            ? await OpenForItemAsync(process, versionId, item, parent, null, context, cancellation) : new Refusal("Process.NotPublished", null, processKey);

    private async Task<Result<Receipt>> OpenForItemAsync(IProcess process, string versionId, JsonNode? item, CaseFile parent, int? waitId, CaseContext context, CancellationToken cancellation) =>
        process.ForItem(item, parent, context) is { } made
            ? await OpenEmptyAsync(process, versionId, made, parent.Case.Id, waitId, context, cancellation) : new Refusal("Process.NoSuchItem", null, item?.ToString());

    /// <summary>Lets a case hear of an event, if it waits for it.</summary>
    internal async Task<Result> SignalAsync(Guid caseId, string name, CaseContext context, CancellationToken cancellation) =>
        await store.FindCaseAsync(caseId, cancellation) is { } file ? await PassOnAsync(file, new EventStimulus(name), context, cancellation) : Result.Ok;

    // A case that does not wait for the stimulus is left as it is: it asks its facts when it comes there.
    private async Task<Result> PassOnAsync(CaseFile file, Stimulus stimulus, CaseContext context, CancellationToken cancellation)
    {
        var process = processes.Find(file.Case.ProcessKey)!;
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        return file.Instance.Status != InstanceStatus.Running || (stimulus is EventStimulus happened && !file.Instance.State.Waiting.Exists(w => w.Kind == WaitKinds.Event && w.Data == happened.Name))
            ? Result.Ok
            : await AdvanceAsync(file, process, definition, stimulus, null, context, cancellation);
    }

    private async Task<Result> OnChildrenAsync(CaseFile parent, ChildrenEffect effect, CaseContext context, CancellationToken cancellation)
    {
        foreach (var child in effect == ChildrenEffect.None ? [] : await store.FindChildrenAsync(parent.Case.Id, cancellation))
        {
            if (effect == ChildrenEffect.MoveDeadlines)
            {
                await MoveDeadlinesAsync(child, context, cancellation);
            }
            else if (await PassOnAsync(child, new CancelStimulus(), context, cancellation) is { IsSuccess: false, Refusal: { } refusal })
            {
                return refusal;
            }
        }

        return Result.Ok;
    }

    private async Task MoveDeadlinesAsync(CaseFile file, CaseContext context, CancellationToken cancellation)
    {
        var process = processes.Find(file.Case.ProcessKey)!;
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        foreach (var task in file.Tasks.Where(t => t.State == UserTaskState.Open))
        {
            file.Item = task.Item;
            var spec = SpecOf(task, definition);
            if (spec.Due?.At is not null && DueTime.Of(spec, process.Facts(file, context), file.Instance.State, context) is { } due && due != task.DueAt)
            {
                task.SetDue(due);
                task.NextAttentionAt = Attention.First(task, spec, context);
                store.Touch(file.Case.Id, task.Assignees.Select(a => a.PersonId));
            }
        }
    }

    private async Task<Result<Receipt>> OpenAsync(
        IProcess process, string groupId, IReadOnlyList<string> areaIds, Submission submission, CaseContext context, Guid? parentId, CancellationToken cancellation)
    {
        if (await store.PublishedAsync(process.Key, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, process.Key);
        }

        var definition = await DefinitionOfAsync(versionId, cancellation);
        var number = await store.NextNumberAsync(process.NumberPrefix, context.Today.Year, cancellation);
        var opened = Case.Open(process.Key, number, groupId, context.Actor.PersonId, areaIds, context.Now, parentId);
        var file = new CaseFile(opened, WorkflowInstance.Of(opened.Id, versionId), null, []);

        var started = Runner.Run(definition, file.Instance.State, new StartStimulus(), process.Facts(file, context), context.Now, opened.Id.ToString("N"));
        file.Instance.Take(started.State);
        if (started.Effects.OfType<OpenTask>().FirstOrDefault() is not { } first)
        {
            return new Refusal("Process.NoFirstStep", null, process.Key);
        }

        if (first.Spec.Action(submission.Action) is not { } action || action.IsOptional)
        {
            return new Refusal("Task.UnknownAction", null, submission.Action);
        }

        if (process is OwnProcess && parentId is null && !OwnProcess.MayStart(first.Spec, context))
        {
            return Refusal.Forbidden;
        }

        // The first step is done in the act of starting: it stands in the history, never in an inbox.
        var task = NewTask(file, definition, first, [context.Actor.PersonId], process.Facts(file, context), context, round: 1);
        file.Tasks.Add(task);
        store.Add(opened);
        store.Add(file.Instance);
        store.Add(task);
        var result = await AnswerAsync(file, process, definition, task, first.Spec, action, submission, context, cancellation);
        if (result.IsSuccess)
        {
            // A case that was started from an item of a plan has a draft of its own; the general one stays.
            var item = submission.Form["planItemId"] is JsonValue v && v.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) ? $":{id:N}" : "";
            store.RemoveDraft(context.Actor.PersonId, $"start:{process.Key}{item}");
        }

        return result;
    }

    private async Task<Result<Receipt>> AnswerAsync(
        CaseFile file, IProcess process, CompiledDefinition definition, UserTask task, UserTaskSpec spec, TaskAction action,
        Submission submission, CaseContext context, CancellationToken cancellation)
    {
        var extraErrors = ExtraFields.Check(spec.Fields, submission.Extra);
        if (extraErrors.Count > 0)
        {
            return Refusal.Invalid(extraErrors);
        }

        var formKey = action.Form ?? spec.Form;
        if (formKey == spec.Form && processes.Form(formKey) is { } asked)
        {
            List<FieldError> unsuitable = [.. spec.HiddenFields.Where(f => submission.Form[f] is not null).Select(f => new FieldError(f, "Common.UnknownField")), .. asked.Demanded(submission.Form, spec.RequiredFields)];
            if (unsuitable.Count > 0)
            {
                return Refusal.Invalid(unsuitable);
            }
        }

        var comment = CommentField(formKey);
        if (!string.IsNullOrEmpty(submission.Comment))
        {
            submission.Form[comment ?? "opinion"] ??= submission.Comment;
        }

        if (action.CommentRequired && IsMissing(comment, submission.Form))
        {
            return Refusal.Invalid([new FieldError(comment!, "Common.ReasonRequired")]);
        }

        var isNew = file.Subject is null;
        var answer = new StepAnswer(task.StepId, formKey, action.Key, submission.Form);
        if (await process.PrepareAsync(answer, file, context, store, cancellation) is { } unprepared)
        {
            return unprepared;
        }

        var applied = formKey == CaseForms.StepNote.Key ? Note(answer) : process.Apply(answer, file, context);
        if (!applied.IsSuccess)
        {
            return applied.Refusal;
        }

        if (isNew && file.Subject is { } made)
        {
            store.Add(made);
        }

        file.LastForm = submission.Form;
        var effect = applied.Value;
        Guid[] files = [.. effect.Files, .. ExtraFields.Files(spec.Fields, submission.Extra)];
        if (files.Length > 0
            && await store.AttachAsync(file.Case.Id, files, context.Actor.PersonId, context.Settings.Int("Attachments.MaxPerCase"), cancellation) is { } refused)
        {
            return refused;
        }

        var round = Round(definition, file, task.StepId, task.Item);
        Keep(formKey ?? "", effect.Kept ?? submission.Form, submission.Extra, effect.Sensitivity);
        if (effect.Apart is { } apart)
        {
            Keep(apart.FormKey, apart.Form, null, effect.Sensitivity == Sensitivity.Leaders ? Sensitivity.Leaders : Sensitivity.Restricted);
        }

        if (effect.IsDecision)
        {
            store.Add(new CaseDecision
            {
                CaseId = file.Case.Id,
                TaskId = task.Id,
                StepId = task.StepId,
                Action = action.Key,
                Opinion = effect.Opinion,
                DeciderId = context.Actor.PersonId,
                ActingForId = context.ActingForId,
                At = context.Now,
            });
        }

        store.Audit(Entry(context, "Task.Completed", file.Case.Id, task.StepId, action.Key));
        store.RemoveDraft(context.Actor.PersonId, $"task:{task.Id:N}");
        store.RemoveDraft(context.Actor.PersonId, $"task:{task.Id:N}:{action.Key}");
        var expected = task.Assignees.Count(a => !a.IsOptional);
        var advanced = await AdvanceAsync(
            file, process, definition, new AnswerStimulus(task.WaitId, action.Key, context.PrincipalId, expected, submission.Extra), (task, action.Key), context, cancellation);
        if (!advanced.IsSuccess)
        {
            return advanced.Refusal;
        }

        foreach (var (kind, who) in effect.Tell)
        {
            Tell(file.Case, null, kind, People.Of(who, [], process, file, process.Facts(file, context), context), context);
        }

        var others = new List<Receipt>();
        foreach (var child in effect.Children)
        {
            var opened = await OpenAsync(processes.Find(child.ProcessKey)!, child.GroupId, child.AreaIds, new Submission(child.Action, child.Form), context, file.Case.Id, cancellation);
            if (!opened.IsSuccess)
            {
                return opened.Refusal;
            }

            others.Add(opened.Value);
        }

        foreach (var (caseId, name) in effect.Signals)
        {
            if (await SignalAsync(caseId, name, context, cancellation) is { IsSuccess: false, Refusal: { } signalled })
            {
                return signalled;
            }
        }

        if (await OnChildrenAsync(file, effect.OnChildren, context, cancellation) is { IsSuccess: false, Refusal: { } unfollowed })
        {
            return unfollowed;
        }

        return ReceiptOf(file) with { Opened = others.Count > 0 ? others : null };

        void Keep(string key, JsonObject form, JsonObject? extra, Sensitivity sensitivity) => store.Add(new FormSubmission
        {
            CaseId = file.Case.Id,
            TaskId = task.Id,
            StepId = task.StepId,
            FormKey = key,
            Item = task.Item,
            Action = action.Key,
            Round = round,
            Json = form.ToJsonString(FormInput.Json),
            ExtraJson = extra?.ToJsonString(FormInput.Json) ?? "",
            PersonId = context.Actor.PersonId,
            ActingForId = context.ActingForId,
            At = context.Now,
            Sensitivity = sensitivity,
            IsStub = effect.IsStub,
        });
    }

    private static Receipt ReceiptOf(CaseFile file) =>
        new(file.Case.Id, file.Case.Number, file.Case.Status, file.Case.State,
            [.. file.Tasks.Where(t => t.State == UserTaskState.Open && !t.IsOptional).Select(t =>
                new WaitingStep(t.Id, t.StepId, t.Title, [.. t.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)], t.DueAt, t.DueClause))]);

    /// <summary>Runs the definition on, and turns its effects into rows.</summary>
    private async Task<Result> AdvanceAsync(
        CaseFile file, IProcess process, CompiledDefinition definition, Stimulus stimulus, (UserTask Task, string Outcome)? answered,
        CaseContext context, CancellationToken cancellation)
    {
        var wasRunning = file.Instance.Status == InstanceStatus.Running;
        var facts = process.Facts(file, context);
        var run = Runner.Run(definition, file.Instance.State, stimulus, facts, context.Now, file.Case.Id.ToString("N"));
        if (!run.Accepted)
        {
            return answered is { } late ? Meanwhile(late.Task, context) : Refusal.NotFound;
        }

        file.Instance.Take(run.State);
        if (answered is { } one && run.State.Waiting.Exists(w => w.Id == one.Task.WaitId))
        {
            one.Task.NoteAnswer(context.PrincipalId, one.Outcome);
        }

        var told = new HashSet<string>(file.Tasks.SelectMany(t => t.Assignees).Select(a => a.PersonId));
        var pending = new Queue<Effect>(run.Effects);
        var opens = new List<OpenTask>();
        while (pending.TryDequeue(out var effect))
        {
            switch (effect)
            {
                case DemandGuard guard:
                    file.Item = guard.Item;
                    if (process.Check(guard.Rule, file, context) is { } refusal)
                    {
                        return refusal;
                    }

                    break;
                case DemandAct act:
                    file.Item = act.Item;
                    var acted = process.Act(act.Act, file, context, store);
                    if (!acted.IsSuccess)
                    {
                        return acted.Refusal;
                    }

                    break;
                case OpenTask open:
                    opens.Add(open);
                    break;
                case CloseTask close:
                    opens.RemoveAll(o => o.WaitId == close.WaitId);
                    if (file.Tasks.Find(t => t.WaitId == close.WaitId && t.State == UserTaskState.Open) is { } closed)
                    {
                        if (answered is { } a && closed.Id == a.Task.Id)
                        {
                            closed.Complete(a.Outcome, context.Actor.PersonId, context.ActingForId, context.Now);
                        }
                        else
                        {
                            closed.Cancel(context.Now);
                        }
                    }

                    break;
                case OpenTimer timer:
                    store.Add(new WorkflowTimer { CaseId = file.Case.Id, WaitId = timer.WaitId, At = timer.At });
                    break;
                case CloseTimer timer:
                    if (await store.FindTimerAsync(file.Case.Id, timer.WaitId, cancellation) is { } stored)
                    {
                        store.Remove(stored);
                    }

                    break;
                case Notify notify:
                    file.Item = notify.Item;
                    Tell(file.Case, null, Enum.TryParse<NotificationKind>(notify.Kind, out var kind) ? kind : NotificationKind.Changed,
                        People.Of(notify.Who, [], process, file, facts, context), context);
                    break;
                case PublishEvent published:
                    var follow = Runner.Run(definition, file.Instance.State, new EventStimulus(published.Name, published.Payload), process.Facts(file, context), context.Now);
                    if (follow.Accepted)
                    {
                        file.Instance.Take(follow.State);
                        foreach (var next in follow.Effects)
                        {
                            pending.Enqueue(next);
                        }
                    }

                    foreach (var child in published.IsLocal ? [] : await store.FindChildrenAsync(file.Case.Id, cancellation))
                    {
                        if (await PassOnAsync(child, new EventStimulus(published.Name, published.Payload), context, cancellation) is { IsSuccess: false, Refusal: { } unheard })
                        {
                            return unheard;
                        }
                    }

                    break;
                case DispatchChildren dispatch:
                    if (await DispatchAsync(file, dispatch, context, cancellation) is { IsSuccess: false, Refusal: { } undispatched })
                    {
                        return undispatched;
                    }

                    break;
                case RaiseIncident raised:
                    Report(file, raised.Incident, context);
                    break;
                default:
                    break;
            }
        }

        // Opened last, so that title, people and due time speak of the case as all acts of the burst have left it.
        var (title, status, state) = process.Describe(file, context);
        file.Case.Describe(title, file.Case.Areas.Select(a => context.Directory.AreaName(a.AreaId)));
        facts = process.Facts(file, context);
        foreach (var open in opens)
        {
            OpenTask(file, process, definition, open, facts, context);
        }

        // A way that administrators led to an end without an act of the process: the matter goes no further.
        var ended = wasRunning && file.Instance.Status != InstanceStatus.Running && state == CaseState.Open;
        file.Case.Follow(ended ? "Cancelled" : status, ended ? CaseState.Cancelled : state, file.Instance.HasIncident, context.Now);
        store.Touch(file.Case.Id, told.Union(file.Tasks.SelectMany(t => t.Assignees).Select(a => a.PersonId)));
        return wasRunning && file.Instance is { Status: not InstanceStatus.Running, ParentWaitId: { } wait } && file.Case.ParentId is { } parentId
            && await store.FindCaseAsync(parentId, cancellation) is { } parent
            ? await PassOnAsync(parent, new ChildEndedStimulus(wait), context, cancellation) : Result.Ok;
    }

    // Where a form says why; a step without a form keeps the reason alone.
    // A step of the administrators' own changes nothing of the matter itself: what is said there stands on the case.
    private static Result<StepEffect> Note(StepAnswer answer)
    {
        var input = FormInput.Read(answer.Form, CaseForms.StepNoteRules);
        return input.IsSuccess ? new StepEffect { IsDecision = true, Opinion = input.Value.Opinion ?? "", IsStub = input.Value.IsStub() } : input.Refusal;
    }

    private string? CommentField(string? formKey) =>
        processes.Form(formKey) is { } schema ? schema.Fields.FirstOrDefault(f => f.Name is "reason" or "opinion")?.Name : "reason";

    // X-10: a step of the administrators' own, too, says why where its outcome demands it. A state secret is not written down (X-03).
    private static bool IsMissing(string? name, JsonObject form)
    {
        var isSecret = form["secrecy"]?["containsStateSecret"] is JsonValue gate && gate.TryGetValue<bool>(out var secret) && secret;
        return name is not null && !isSecret && !(form[name] is JsonValue v && v.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text));
    }

    /// <summary>The n-th time a step is done; from 1.</summary>
    private static int Round(CompiledDefinition definition, CaseFile file, string stepId, string? item) =>
        1 + file.Instance.State.Completed.GetValueOrDefault(InstanceState.CompletedKey(definition.Find(stepId)?.Path ?? stepId, item));

    private void OpenTask(
        CaseFile file, IProcess process, CompiledDefinition definition, OpenTask open, IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context)
    {
        file.Item = open.Item;
        facts = open.Item is null ? facts : process.Facts(file, context);
        var people = People.Of(open.Spec.Who, open.Spec.Excluded, process, file, facts, context);
        var round = Round(definition, file, open.ActivityId, open.Item);
        var task = NewTask(file, definition, open, people, facts, context, round);
        foreach (var action in open.Spec.Actions.Where(a => a.IsOptional))
        {
            foreach (var person in People.Of(action.Who, [], process, file, facts, context))
            {
                task.Assign(person, optional: true);
            }
        }

        file.Tasks.Add(task);
        store.Add(task);
        foreach (var person in people)
        {
            file.Case.Involve(person, CasePersonKind.Assignee);
        }

        if (people.Count == 0)
        {
            Report(file, new IncidentState { Id = -task.WaitId, Scope = 0, Activity = open.ActivityId, Kind = "NoAssignee", Message = string.Join(", ", open.Spec.Who) }, context);
        }

        if (!open.Spec.IsOptional)
        {
            Tell(file.Case, task, round > 1 ? NotificationKind.TaskReturned : NotificationKind.TaskAssigned, people, context);
        }
    }

    private static UserTask NewTask(
        CaseFile file, CompiledDefinition definition, OpenTask open, IReadOnlyList<string> people, IReadOnlyDictionary<string, JsonNode?> facts,
        CaseContext context, int round)
    {
        var areas = string.Join(", ", file.Case.Areas.Select(a => context.Directory.AreaName(a.AreaId)));
        var task = new UserTask
        {
            CaseId = file.Case.Id,
            WaitId = open.WaitId,
            StepId = open.ActivityId,
            Title = open.Spec.Title,
            ProcessKey = file.Case.ProcessKey,
            CaseNumber = file.Case.Number,
            CaseTitle = file.Case.Title,
            GroupId = file.Case.GroupId,
            Item = open.Item,
            AreaNames = areas,
            SearchText = VietnameseText.Fold($"{file.Case.Number} {open.Spec.Title} {file.Case.Title} {areas}"),
            Sensitivity = file.Case.Sensitivity,
            SpecJson = definition.Find(open.ActivityId)?.FixedSpec is null ? JsonSerializer.Serialize(open.Spec) : "",
            CreatedAt = context.Now,
            DueClause = open.Spec.Due?.Clause,
            Round = round,
            IsOptional = open.Spec.IsOptional,
        };
        task.SetDue(DueTime.Of(open.Spec, facts, file.Instance.State, context));
        task.NextAttentionAt = Attention.First(task, open.Spec, context);
        foreach (var person in people)
        {
            task.Assign(person, optional: open.Spec.IsOptional);
        }

        return task;
    }

    private void Report(CaseFile file, IncidentState incident, CaseContext context)
    {
        store.Add(new Incident
        {
            CaseId = file.Case.Id,
            CaseNumber = file.Case.Number,
            Number = incident.Id,
            StepId = incident.Activity,
            Kind = incident.Kind,
            Message = incident.Message.Length > 1000 ? incident.Message[..1000] : incident.Message,
            At = context.Now,
        });
        store.Audit(Entry(context, "Incident.Raised", file.Case.Id, incident.Activity, incident.Kind));
        Tell(file.Case, null, NotificationKind.Incident, context.Directory.PeopleWith(Role.SystemAdministrator, context.Today), context);
    }

    // Section 11: what a notice says is number, step and area; Restricted matters show neither.
    private void Tell(Case subject, UserTask? task, NotificationKind kind, IEnumerable<string> people, CaseContext context)
    {
        var restricted = subject.Sensitivity == Sensitivity.Restricted;
        var text = kind == NotificationKind.ForHead || restricted ? "" : string.Join(" · ", new[] { task?.Title, subject.NoticeTitle }.Where(t => !string.IsNullOrEmpty(t)));
        var reached = people.ToHashSet();
        if (task is not null)
        {
            reached.UnionWith(reached.SelectMany(p => context.Directory.SubstitutesOf(p, subject.ProcessKey, restricted, context.Today)).ToList());
        }

        foreach (var person in reached.Where(p => p != context.Actor.PersonId))
        {
            store.Add(new Notification
            {
                PersonId = person,
                Kind = kind,
                CaseId = subject.Id,
                TaskId = task?.Id,
                Text = $"{subject.Number}{(text.Length > 0 ? $" · {text}" : "")}",
                At = context.Now,
            });
        }

        store.Touch(subject.Id, reached);
    }

    private static Refusal Meanwhile(UserTask task, CaseContext context) => Refusal.ChangedMeanwhile(
        task.CompletedById is null ? "" : context.Directory.NameOf(task.CompletedById), task.CompletedAt ?? context.Now, task.Outcome ?? "");

    private static IReadOnlyList<string> Entitled(
        UserTask task, UserTaskSpec spec, TaskAction action, IProcess process, CaseFile file, IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context) =>
        action.IsOptional ? People.Of(action.Who, [], process, file, facts, context)
        : [.. task.Assignees.Where(a => a.IsOpen && (!a.IsOptional || task.IsOptional)).Select(a => a.PersonId)
            .Except(spec.Excluded.Contains("interested") ? process.Interested(file) : [])];

    /// <summary>The context with the right in it: one's own first, else one lent by a delegation; null without any.</summary>
    private static CaseContext? WithRight(IReadOnlyList<string> entitled, Case subject, CaseContext context)
    {
        var actor = context.Actor.PersonId;
        if (entitled.Contains(actor))
        {
            return context with { ActingForId = null };
        }

        var restricted = subject.Sensitivity == Sensitivity.Restricted;
        var principal = entitled.FirstOrDefault(p => context.Directory.GrantFor(p, actor, subject.ProcessKey, restricted, context.Today) is not null);
        return principal is null ? null : context with { ActingForId = principal };
    }

    private static AuditEntry Entry(CaseContext context, string act, Guid caseId, string subject, string details = "", string reason = "") => new()
    {
        At = context.Now,
        PersonId = context.Actor.PersonId,
        ActingForId = context.ActingForId,
        Act = act,
        CaseId = caseId,
        Subject = subject,
        Details = details,
        Reason = reason,
        Address = context.Actor.Address,
    };
}
