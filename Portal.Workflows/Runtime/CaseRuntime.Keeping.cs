using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Workflows.Runtime;

/// <content>What is kept of an answer.</content>
public sealed partial class CaseRuntime
{
    private void Keep(Turn turn, GivenAnswer given, StepEffect effect)
    {
        var (context, caseId, task) = (turn.Context, turn.Case.Id, given.Task);
        KeepForm(turn, given, effect, given.FormKey ?? "", effect.Kept ?? given.Submission.Form, given.Submission.Extra,
            effect.Sensitivity);
        if (effect.Apart is { } apart)
        {
            var sensitivity = effect.Sensitivity == Sensitivity.Leaders ? Sensitivity.Leaders : Sensitivity.Restricted;
            KeepForm(turn, given, effect, apart.FormKey, apart.Form, null, sensitivity);
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
            });
        }

        _store.Audit(Entries.Of(context, "Task.Completed", caseId, task.StepId, given.Action.Key));
        _store.RemoveDraft(context.Actor.PersonId, $"task:{task.Id:N}");
        _store.RemoveDraft(context.Actor.PersonId, $"task:{task.Id:N}:{given.Action.Key}");
    }

    private void KeepForm(
        Turn turn,
        GivenAnswer given,
        StepEffect effect,
        string formKey,
        JsonObject form,
        JsonObject? extra,
        Sensitivity sensitivity) =>
        _store.Add(new FormSubmission
        {
            CaseId = turn.Case.Id,
            TaskId = given.Task.Id,
            StepId = given.Task.StepId,
            FormKey = formKey,
            Item = given.Task.Item,
            Action = given.Action.Key,
            Round = Round(turn, given.Task.StepId, given.Task.Item),
            Json = form.ToJsonString(FormInput.Json),
            ExtraJson = extra?.ToJsonString(FormInput.Json) ?? "",
            PersonId = turn.Context.Actor.PersonId,
            ActingForId = turn.Context.ActingForId,
            At = turn.Context.Now,
            Sensitivity = sensitivity,
            IsStub = effect.IsStub,
        });
}
