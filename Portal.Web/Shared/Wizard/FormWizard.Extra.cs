using System.Text.Json.Nodes;
using Portal.Web.Shared.Forms;

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

        extra = [];
        _model.Values[ExtraKey] = extra;
        return extra;
    }

    private IEnumerable<(string Label, string Value)> ExtraAnswers() => Extra.Select(f => (f.Label, f.Kind switch
    {
        "file" => string.Join(", ", FormModel.Texts(ExtraValues(), f.Name).Select(id => Names("file", id))),
        "yesNo" => FormModel.Text(ExtraValues(), f.Name) is { } flag ? L[flag == "true" ? "Common.Yes" : "Common.No"] : "",
        "date" => LocalFormat.JsonDay(FormModel.Text(ExtraValues(), f.Name)),
        "person" or "area" => FormModel.Text(ExtraValues(), f.Name) is { } id ? Names(f.Kind, id) : "",
        _ => FormModel.Text(ExtraValues(), f.Name) ?? "",
    })).Where(a => a.Item2.Length > 0);
}
