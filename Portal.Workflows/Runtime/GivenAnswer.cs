using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>An answer on its way: which step, which of its actions, and what was sent.</summary>
internal sealed record GivenAnswer(UserTask Task, UserTaskSpec Spec, TaskAction Action, Submission Submission)
{
    public string? FormKey => Action.Form ?? Spec.Form;

    public StepAnswer ToStep() => new(Task.StepId, FormKey, Action.Key, Submission.Form);

    /// <summary>
    /// What the step's own settings ask of an answer: extra fields, marks of secrecy confirmed, no hidden field filled in, none that it
    /// demands left out, a reason where the outcome asks for one. A comment beside the form becomes its reason or opinion.
    /// </summary>
    /// <returns>Null for an answer that is as the step wants it.</returns>
    public Refusal? WhyNotSuitable(ProcessCatalogue processes, CaseContext context)
    {
        if (FormText.Tidy(Submission.Form, processes.Form(FormKey)?.Fields) is { } unfit)
        {
            return unfit;
        }

        List<FieldError> extras = [.. ExtraFields.Check(Spec.Fields, Submission.Extra, (kind, id) => IsKnown(kind, id, context))];
        if (ClassificationMarks.Unconfirmed(Submission.Form, Submission.Extra) is { } mark)
        {
            extras.Add(mark);
        }

        if (Submission.Form["secrecy"] is null && ExtraFields.AreInWords(Spec.Fields, Submission.Extra))
        {
            extras.Add(new FieldError("secrecy", "Secrecy.Unanswered", "Đ7.A.6"));
        }

        if (extras.Count > 0)
        {
            return Refusal.Invalid(extras);
        }

        if (FormKey == Spec.Form && processes.Form(FormKey) is { } asked && Unsuitable(asked).ToList() is { Count: > 0 } unsuitable)
        {
            return Refusal.Invalid(unsuitable);
        }

        var reason = ReasonField(processes);
        if (!string.IsNullOrEmpty(Submission.Comment))
        {
            Submission.Form[reason ?? "opinion"] ??= Submission.Comment;
        }

        if (processes.Form(FormKey) is null && CaseForms.Plain.Check(Submission.Form) is { } unknown)
        {
            return unknown;
        }

        return Action.CommentRequired && IsMissing(reason) && !HasRows(processes)
            ? Refusal.Invalid([new FieldError(reason!, "Common.ReasonRequired")])
            : null;
    }

    // Who works here today, what is watched today.
    private static bool IsKnown(string kind, string id, CaseContext context) => kind == "person"
        ? context.Directory.Person(id)?.IsValidOn(context.Today) == true
        : context.Directory.Area(id)?.IsValidOn(context.Today) == true;

    // A directive, an opinion on an item: said in a row of its own.
    private bool HasRows(ProcessCatalogue processes) =>
        processes.Form(FormKey)?.Fields.Any(f => f.Kind == FieldKind.Rows && Submission.Form[f.Name] is JsonArray { Count: > 0 }) == true;

    private IEnumerable<FieldError> Unsuitable(FormSchema asked) =>
        Spec.HiddenFields.Where(f => Submission.Form[f] is not null).Select(f => new FieldError(f, "Common.UnknownField"))
            .Concat(asked.Demanded(Submission.Form, Spec.RequiredFields));

    // Where a form says why; a step without a form keeps the reason alone.
    private string? ReasonField(ProcessCatalogue processes) =>
        processes.Form(FormKey) is { } schema ? schema.Fields.FirstOrDefault(f => f.Name is "reason" or "opinion")?.Name : "reason";

    // a step of the administrators' own, too, says why where its outcome demands it. A state secret is not written down.
    private bool IsMissing(string? name)
    {
        var form = Submission.Form;
        return name is not null && !GatedInput.IsStub(form)
            && !(form[name] is JsonValue v && v.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text));
    }
}
