using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

public sealed partial class RowTable
{
    private static readonly DialogOptions Look = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true };

    private FormModel? _heard;

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    /// <summary>The JSON object that holds the rows.</summary>
    [Parameter, EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What else is done with a row: moving, copying, taking away.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<int> Acts { get; set; }

    /// <summary>Makes a row that nothing is known of yet.</summary>
    [Parameter, EditorRequired]
    public required Func<JsonObject> NewRow { get; set; }

    private IReadOnlyList<FormField> Columns => [.. Field.Items.Where(f => f.IsColumn)];

    private RowsToAdd ToAdd => Model.Choices.Rows.GetValueOrDefault(Field.Name, RowsToAdd.None);

    // Of those, what no row is about yet.
    private IReadOnlyList<RowOffer> Offers =>
        [.. ToAdd.Offers.Where(o => !Rows().Exists(r => JsonNode.DeepEquals(r[Columns[0].Name], o.Row[Columns[0].Name])))];

    private List<JsonObject> Rows() => Owner[Field.Name] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    protected override void OnParametersSet()
    {
        if (_heard == Model)
        {
            return;
        }

        Dispose();
        _heard = Model;
        Model.BroughtUp += BringUp;
    }

    public void Dispose()
    {
        if (_heard is not null)
        {
            _heard.BroughtUp -= BringUp;
        }
    }

    private string LabelOf(FormField field) => L.First(field.Name, FieldText.Keys("field", Model.Schema.Key, $"{Path}.{field.Name}"));

    private List<KeyValuePair<string, string>> ErrorsOf(int index) =>
        [.. Model.Errors.Where(e => e.Key.StartsWith($"{Path}[{index}]", StringComparison.Ordinal))];

    // As a list shows it: names without what people are, and no words of a whole page.
    private string TextOf(FormField field, JsonObject row) => field.Kind switch
    {
        FieldKind.Date => LocalFormat.JsonDay(FormModel.Text(row, field.Name)),
        FieldKind.Time => LocalFormat.JsonTime(FormModel.Text(row, field.Name)),
        _ when field.IsList => string.Join(", ", FormModel.Texts(row, field.Name).Select(v => NameOf(field, v))),
        FieldKind.Text or FieldKind.LongText => FormModel.Text(row, field.Name) ?? "",
        _ => NameOf(field, FormModel.Text(row, field.Name) ?? ""),
    };

    private string NameOf(FormField field, string value) =>
        Model.Choices.Find(field.Kind).FirstOrDefault(o => o.Value == value)?.Label.Split(" – ")[0] ?? value;

    private Task AddAsync(JsonObject? offered)
    {
        var row = NewRow();
        foreach (var (name, value) in offered ?? ToAdd.Blank)
        {
            row[name] = value?.DeepClone();
        }

        Model.InsertRow(Owner, Field.Name, Path, Rows().Count, row);
        return OpenAsync(Rows().Count - 1);
    }

    private void BringUp(string path)
    {
        for (var i = 0; i < Rows().Count; i++)
        {
            if (path.StartsWith($"{Path}[{i}]", StringComparison.Ordinal))
            {
                var index = i;
                Begin(() => OpenAsync(index));
                return;
            }
        }
    }

    private Task OpenAsync(int index) => Dialogs.ShowAsync<RowDialog>(
        $"{Label}: {L["Form.Row", index + 1]}",
        new DialogParameters<RowDialog>
        {
            { d => d.Model, Model },
            { d => d.Row, Rows()[index] },
            { d => d.Fields, Field.Items },
            { d => d.Path, $"{Path}[{index}]" },
        },
        Look);
}
