using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Web.Shared.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Shared.Wizard;

/// <content>The fields that the definition asks for beside the form.</content>
public partial class FormWizard
{
    private JsonObject ExtraValues()
    {
        if (_model!.Values[ExtraKey] is JsonObject extra)
        {
            return extra;
        }

        extra = (JsonObject)KnownExtra.DeepClone();
        _model.Values[ExtraKey] = extra;
        return extra;
    }

    // On the page that the definition names; on the last one where it names none, or one that the form has no more.
    private List<ExtraField> ExtraOf(int page) => [.. Extra.Where(f => PageOf(f) == page)];

    private int PageOf(ExtraField field) => Array.FindIndex(Schema.Pages, p => p.Key == field.Page) is >= 0 and var page
        ? page
        : Schema.Pages.Length - 1;

    private int PageOf(string path) =>
        Extra.FirstOrDefault(f => path == $"extra.{f.Name}") is { } field ? PageOf(field) : _model!.PageOf(path);

    private IReadOnlyList<FieldError> WrongExtra(IReadOnlyList<ExtraField> fields) => ExtraFields.Check(
        fields, new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, ExtraValues()[f.Name]?.DeepClone()))));

    private IEnumerable<(string Label, string Value)> ExtraAnswers() => Extra.Select(f => (f.Label, f.Kind switch
    {
        "file" => string.Join(", ", FormModel.Texts(ExtraValues(), f.Name).Select(id => Names("file", id))),
        "yesNo" => FormModel.Text(ExtraValues(), f.Name) is { } flag ? L[flag == "true" ? "Common.Yes" : "Common.No"] : "",
        "date" => LocalFormat.JsonDay(FormModel.Text(ExtraValues(), f.Name)),
        "person" or "area" => FormModel.Text(ExtraValues(), f.Name) is { } id ? Names(f.Kind, id) : "",
        _ => FormModel.Text(ExtraValues(), f.Name) ?? "",
    })).Where(a => a.Item2.Length > 0);
}
