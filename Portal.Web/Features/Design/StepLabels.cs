using Portal.Domain.Forms;
using Portal.Domain.Regulations;
using Portal.Web.Operations.Authoring;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Design;

/// <summary>What the options in the panel of a step are called.</summary>
internal sealed class StepLabels(Localizer texts, CompiledDefinition definition)
{
    /// <param name="form">The form of the step, whose key is <paramref name="formKey"/>; null when it has none.</param>
    /// <param name="processes">Names of processes by key.</param>
    public Dictionary<string, string> Of(
        IReadOnlyList<RegulationClause> clauses,
        IEnumerable<string> forms,
        FormSchema? form,
        string? formKey,
        IReadOnlyDictionary<string, string> processes)
    {
        var labels = clauses.ToDictionary(c => c.Code, c => $"{texts.Clause(c.Code)} – {Shortened(c.Text)}");
        var others = Outline.Of(definition).Select(s => (Key: s.Id, Label: s.Title))
            .Concat(forms.Select(f => (f, texts.First(f, $"form.{f}"))))
            .Concat(StepForm.OptionalFields(form)
                .Select(f => (StepForm.FieldMark + f, texts.First(f, FieldText.Keys("field", formKey!, f)))))
            .Concat((form?.Pages ?? [])
                .Select(p => (StepForm.PageMark + p.Key, texts.First(p.Key, $"page.{formKey}.{p.Key}", $"page.{p.Key}"))))
            .Concat(ExtraFields.Formats.Select(f => (f, texts[$"extra-format.{f}"])))
            .Concat(StepForm.KnownPeople(definition).Select(w => (w, StepWords.Who(w, texts, definition.Definition))))
            .Concat(processes.Select(p => (p.Key, p.Value)))
            .Concat(ConditionField.Of(definition).Select(f => (f.Key, f.Label)));
        foreach (var (key, label) in others)
        {
            labels.TryAdd(key, label);
        }

        return labels;
    }

    private static string Shortened(string text) => text.Length <= 70 ? text : text[..69] + "…";
}
