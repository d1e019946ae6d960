using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
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
/// <param name="Opened">Cases that were opened along with it: a task from a directive, another group's nomination (E-M10), a case of another process.</param>
/// <param name="ResumesAt">When nobody has to act: the moment at which the case goes on by itself, UTC; null where it waits for none.</param>
public sealed record Receipt(Guid CaseId, string Number, string Status, CaseState State, IReadOnlyList<WaitingStep> Waiting, IReadOnlyList<Receipt>? Opened = null, DateTime? ResumesAt = null);

public sealed record WaitingStep(Guid TaskId, string StepId, string Title, IReadOnlyList<string> PersonIds, DateTime? DueAt, string? DueClause);

/// <summary>
/// The use cases around the runner: start, answer, time, incidents. Each loads one case, asks the aggregate, runs the
/// definition and turns its effects into rows of one unit of work; on a refusal nothing is written. Here is what people do;
/// time, incidents, dispatched cases and moving to another version have files of their own.
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
        var result = await AnswerAsync(file, process, definition, task, first.Spec, action, submission, context, cancellation, [.. started.Effects.Where(e => e != first)]);
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
        Submission submission, CaseContext context, CancellationToken cancellation, IReadOnlyList<Effect>? before = null)
    {
        List<FieldError> extraErrors = [.. ExtraFields.Check(spec.Fields, submission.Extra), .. ClassificationMarks.Unconfirmed(submission.Form, submission.Extra) is { } mark ? [mark] : Array.Empty<FieldError>()];
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
            file, process, definition, new AnswerStimulus(task.WaitId, action.Key, context.PrincipalId, expected, submission.Extra), (task, action.Key), context, cancellation, before);
        if (!advanced.IsSuccess)
        {
            return advanced.Refusal;
        }

        foreach (var (kind, who) in effect.Tell)
        {
            Tell(file.Case, null, kind, People.Of(who, [], process, file, process.Facts(file, context), context), context);
        }

        List<Receipt> others = [.. _opened.Where(o => o.Case.ParentId == file.Case.Id).Select(ReceiptOf)];
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

    private static Receipt ReceiptOf(CaseFile file)
    {
        List<WaitingStep> waiting = [.. file.Tasks.Where(t => t.State == UserTaskState.Open && !t.IsOptional).Select(t =>
            new WaitingStep(t.Id, t.StepId, t.Title, [.. t.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)], t.DueAt, t.DueClause))];
        return new Receipt(file.Case.Id, file.Case.Number, file.Case.Status, file.Case.State, waiting, ResumesAt: waiting.Count > 0 ? null : file.Instance.State.ResumesAt);
    }

    // A step of the administrators' own changes nothing of the matter itself: what is said there stands on the case.
    private static Result<StepEffect> Note(StepAnswer answer)
    {
        var input = FormInput.Read(answer.Form, CaseForms.StepNoteRules);
        return input.IsSuccess ? new StepEffect { IsDecision = true, Opinion = input.Value.Opinion ?? "", IsStub = input.Value.IsStub() } : input.Refusal;
    }

    // Where a form says why; a step without a form keeps the reason alone.
    private string? CommentField(string? formKey) =>
        processes.Form(formKey) is { } schema ? schema.Fields.FirstOrDefault(f => f.Name is "reason" or "opinion")?.Name : "reason";

    // a step of the administrators' own, too, says why where its outcome demands it. A state secret is not written down.
    private static bool IsMissing(string? name, JsonObject form)
    {
        var isSecret = form["secrecy"]?["containsStateSecret"] is JsonValue gate && gate.TryGetValue<bool>(out var secret) && secret;
        return name is not null && !isSecret && !(form[name] is JsonValue v && v.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text));
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
