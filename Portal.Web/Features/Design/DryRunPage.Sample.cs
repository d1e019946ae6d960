using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Design;

/// <content>Sample data: one press fills the forms of the step in hand, so that only the answer is left to press.</content>
public partial class DryRunPage
{
    private readonly Dictionary<string, Sample> _samples = [];

    // A form is drawn anew for each.
    private int _sampleNumber;

    private JsonObject? SampleOf(string formKey) => _samples.GetValueOrDefault(formKey)?.Form;

    private JsonObject? SampledExtra(string formKey) => _samples.GetValueOrDefault(formKey)?.Extra;

    private void ChooseStarter(string person)
    {
        _samples.Clear();
        _person = person;
    }

    private async Task FillStartAsync(FormSchema schema)
    {
        var (start, run) = (_start!, _start!.Run);
        var context = run.ContextOf(_person);
        await FillAsync(
            schema, Modules.ChoicesToStart(start.ProcessKey, context), context, First(schema), Extra(start.First),
            [.. start.First.Actions.Where(a => !a.IsOptional)],
            submission => run.StartAsync(start.ProcessKey, _person, submission));
    }

    private async Task FillStepAsync()
    {
        var (open, run) = (_open!, _start!.Run);
        var context = run.ContextOf(open.As);
        foreach (var group in open.Actions.GroupBy(a => a.Form ?? open.Spec.Form))
        {
            if (Processes.Form(group.Key) is { } form)
            {
                var isOwn = group.Key == open.Spec.Form;
                await FillAsync(
                    isOwn ? SchemaOf(open.Spec)! : form.Without(FieldKind.Files), Modules.ChoicesOf(open.View, context), context,
                    Processes.Known(form.Key, context, open.View, open.Task.Item), isOwn ? Extra(open.Spec) : [], [.. group],
                    submission => run.AnswerAsync(open.Task, open.As, submission));
            }
        }

        // Trying has made the steps anew.
        var task = run.Open.First(t => t.WaitId == open.Task.WaitId && t.CaseNumber == open.Task.CaseNumber);
        _open = open with { Task = task };
    }

    private async Task FillAsync(
        FormSchema schema, FormChoices choices, CaseContext context, JsonObject known, IReadOnlyList<ExtraField> fields,
        IReadOnlyList<TaskAction> actions, Func<Submission, Task<Result>> send)
    {
        var values = new SampleValues(choices, context, WordsOf(schema.Key));
        var extra = SampleForm.Extra(fields, ExtraFields.Known(fields, []), values);
        Func<JsonObject, Task<Refusal?>> WhyNot(TaskAction action) => form => _start!.Run.WhyNotAsync(
            () => send(new Submission(action.Key, form, fields.Count == 0 ? null : extra)));
        _samples[schema.Key] = new Sample(
            await new SampleForm(schema, values).FillAsync(known, [.. actions.Select(WhyNot)]), extra);
        _sampleNumber++;
    }

    private Func<string, string> WordsOf(string formKey) => path =>
        L["DryRun.SampleText", L.First(path, FieldText.Keys("field", formKey, path))];

    private sealed record Sample(JsonObject Form, JsonObject Extra);
}
