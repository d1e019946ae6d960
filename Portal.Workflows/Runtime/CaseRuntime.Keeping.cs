using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <content>What is kept of an answer.</content>
public sealed partial class CaseRuntime
{
    private async Task KeepAsync(Turn turn, GivenAnswer given, StepEffect effect, CancellationToken cancellation)
    {
        if (effect.IsStub)
        {
            await TakeOffSystemAsync(turn, given, cancellation);
        }

        var (context, caseId, task) = (turn.Context, turn.Case.Id, given.Task);
        var sensitivity = SensitivityOf(given, effect);
        var addressee = effect.AddresseeId
            ?? (sensitivity == Sensitivity.Normal ? "" : await AnsweredAsync(turn, task, cancellation));
        KeepForms(turn, given, effect, sensitivity, addressee);
        if (sensitivity != Sensitivity.Normal && effect.MadeOf.Count > 0)
        {
            await RestrictAsync(caseId, effect.MadeOf, cancellation);
        }

        if (IsRequest(given) && !effect.IsDecision)
        {
            turn.Case.NoteRequest(task.Item, context.Actor.PersonId, context.PrincipalId);
        }

        foreach (var record in effect.Records)
        {
            _store.Add(record);
        }

        if (effect.IsDecision)
        {
            _store.Add(new CaseDecision
            {
                CaseId = caseId,
                TaskId = task.Id,
                StepId = task.StepId,
                Action = given.Action.Key,
                Opinion = effect.Opinion,
                DeciderId = context.Actor.PersonId,
                ActingForId = context.ActingForId,
                At = context.Now,
                Sensitivity = sensitivity,
                AddresseeId = addressee,
            });
        }

        _store.Audit(Entries.Of(context, "Task.Completed", caseId, task.StepId, given.Action.Key));
        _store.RemoveDraft(context.Actor.PersonId, $"task:{task.Id:N}");
        _store.RemoveDraft(context.Actor.PersonId, $"task:{task.Id:N}:{given.Action.Key}");
    }

    // What was sent, and apart from it what not everybody of the case reads: a part of the form, answers of Restricted fields.
    private void KeepForms(Turn turn, GivenAnswer given, StepEffect effect, Sensitivity sensitivity, string addressee)
    {
        var (key, (open, restricted)) = (given.FormKey ?? "", ExtraFields.Split(given.Spec.Fields, given.Submission.Extra));
        KeepForm(turn, given, effect, new Kept(key, effect.Kept ?? given.Submission.Form, open, sensitivity, addressee));
        if (restricted is not null)
        {
            KeepForm(
                turn, given, effect, new Kept(key + ExtraFields.Apart, [], restricted, OrRestricted(effect.Sensitivity), addressee));
        }

        if (effect.Apart is { } apart)
        {
            KeepForm(turn, given, effect, new Kept(apart.FormKey, apart.Form, null, OrRestricted(effect.Sensitivity), addressee));
        }

        if (sensitivity != Sensitivity.Normal || effect.Apart is not null || restricted is not null)
        {
            turn.Case.NoteRestricted(given.Task.Item);
        }
    }

    // What a Restricted answer was made of is no looser than it.
    private async Task RestrictAsync(Guid caseId, IReadOnlyList<string> forms, CancellationToken cancellation)
    {
        foreach (var source in await _store.WhereAsync<FormSubmission>(s => s.CaseId == caseId && forms.Contains(s.FormKey), cancellation))
        {
            source.Restrict();
        }
    }

    /// <summary>Who wrote what is answered: the last Restricted form that was no decision. Whose words are returned reads why
    /// .</summary>
    private async Task<string> AnsweredAsync(Turn turn, UserTask task, CancellationToken cancellation)
    {
        var (caseId, me) = (turn.Case.Id, turn.Context.Actor.PersonId);
        var decided = (await _store.WhereAsync<CaseDecision>(d => d.CaseId == caseId, cancellation)).Select(d => d.TaskId).ToHashSet();
        return (await _store.WhereAsync<FormSubmission>(
                s => s.CaseId == caseId && s.Sensitivity == Sensitivity.Restricted && s.PersonId != me, cancellation))
            .Where(s => (s.Item == task.Item || s.Item is null) && !(s.TaskId is { } id && decided.Contains(id)))
            .MaxBy(s => s.At)?.PersonId ?? "";
    }

    /// <summary>
    /// a "Có" speaks of the matter, so what was given for the same form in earlier rounds goes too, with its files and what was
    /// decided in it. Of a step that everybody answers, only one's own.
    /// </summary>
    private async Task TakeOffSystemAsync(Turn turn, GivenAnswer given, CancellationToken cancellation)
    {
        var (caseId, item, form) = (turn.Case.Id, given.Task.Item, given.FormKey ?? "");
        string[] parts = [form, form + ApartForms.Ending, form + ExtraFields.Apart];
        var sent = await _store.WhereAsync<FormSubmission>(s => s.CaseId == caseId, cancellation);
        List<FormSubmission> earlier =
            [.. sent.Where(s => parts.Contains(s.FormKey) && s.Item == item && !s.IsStub
                && (given.Spec.Answers.Mode == AnswerMode.One || s.PrincipalId == turn.Context.PrincipalId))];
        if (earlier.Count == 0)
        {
            return;
        }

        Guid?[] tasks = [.. earlier.Select(s => s.TaskId)];
        foreach (var decision in await _store.WhereAsync<CaseDecision>(d => d.CaseId == caseId && tasks.Contains(d.TaskId), cancellation))
        {
            decision.GoOffSystem();
        }

        foreach (var task in await _store.WhereAsync<UserTask>(t => t.CaseId == caseId, cancellation))
        {
            task.GoOffSystem();
        }

        var files = await _store.WhereAsync<Attachment>(a => a.CaseId == caseId, cancellation);
        _store.Erase([.. files.Where(f => earlier.Exists(s => s.Names(f)) && !sent.Except(earlier).Any(s => s.Names(f)))]);
        var stub = new JsonObject { ["secrecy"] = given.Submission.Form["secrecy"]!.DeepClone() }.ToJsonString(FormInput.Json);
        earlier.ForEach(s => s.GoOffSystem(stub));
        _store.Audit(Entries.Of(turn.Context, "Case.WentOffSystem", caseId, given.Task.StepId));
    }

    /// <summary>
    /// an answer to a step with something Restricted before it is Restricted, where it says anything in words; a form that keeps
    /// such things apart says them there.
    /// </summary>
    private Sensitivity SensitivityOf(GivenAnswer given, StepEffect effect) =>
        given.Task.IsAboutRestricted && !effect.KeepsApart && SaysSomething(given) ? OrRestricted(effect.Sensitivity) : effect.Sensitivity;

    // A directive, or another case, may be made of anything that stands in the answer.
    private Sensitivity SensitivityOfAct(Case subject, GivenAnswer given, StepEffect effect)
    {
        var said = effect.Apart is null ? SensitivityOf(given, effect) : OrRestricted(effect.Sensitivity);
        return said == Sensitivity.Normal ? subject.Sensitivity : said;
    }

    private bool SaysSomething(GivenAnswer given) =>
        given.Submission.Extra is { Count: > 0 }
        || (_processes.Form(given.FormKey)?.HasContent(given.Submission.Form) ?? given.Submission.Form.Count > 0);

    // What is for the leaders, the head or people named stays so.
    private static Sensitivity OrRestricted(Sensitivity own) => own == Sensitivity.Normal ? Sensitivity.Restricted : own;

    private void KeepForm(Turn turn, GivenAnswer given, StepEffect effect, Kept kept) =>
        _store.Add(new FormSubmission
        {
            CaseId = turn.Case.Id,
            TaskId = given.Task.Id,
            StepId = given.Task.StepId,
            FormKey = kept.FormKey,
            Item = given.Task.Item,
            Action = given.Action.Key,
            Round = Round(turn, given.Task.StepId, given.Task.Item),
            Json = kept.Form.ToJsonString(FormInput.Json),
            ExtraJson = kept.Extra?.ToJsonString(FormInput.Json) ?? "",
            PersonId = turn.Context.Actor.PersonId,
            ActingForId = turn.Context.ActingForId,
            At = turn.Context.Now,
            Sensitivity = kept.Sensitivity,
            AddresseeId = kept.AddresseeId,
            IsStub = effect.IsStub,
        });

    private sealed record Kept(string FormKey, JsonObject Form, JsonObject? Extra, Sensitivity Sensitivity, string AddresseeId);
}
