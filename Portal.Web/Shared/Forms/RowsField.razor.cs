using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Dialogs;

namespace Portal.Web.Shared.Forms;

public partial class RowsField
{
    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required JsonObject Owner { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    private List<JsonObject> Rows() => Owner[Field.Name] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    private void Add()
    {
        if (Owner[Field.Name] is not JsonArray array)
        {
            array = [];
            Owner[Field.Name] = array;
        }

        array.Add((JsonNode)NewRow());
        Model.Set(Owner, Field.Name, array);
    }

    // With what is usual, and the area where there is but one to pick.
    private JsonObject NewRow()
    {
        var row = new JsonObject();
        foreach (var field in Field.Items)
        {
            if (field.Usual is { } usual)
            {
                row[field.Name] = usual;
            }
            else if (field.Kind == FieldKind.Area && Model.Choices.Areas is [var only])
            {
                row[field.Name] = only.Value;
            }
        }

        return FormModel.WithTicks(row, Field.Items);
    }

    private string ForAllLabel =>
        L.First(Field.ForAll!.Value.Value, [.. FieldText.Keys("all", Model.Schema.Key, $"{Path}.{Field.ForAll.Value.Field}")]);

    private FormItem? ItemOf(JsonObject row) => NumberOf(row) is { } number
        ? Model.Choices.Items.GetValueOrDefault(Path, []).FirstOrDefault(i => i.Number == number)
        : null;

    // What a given row is about, where the row says it itself.
    private string? Told(JsonObject row) => Told(Field, row);

    internal static string? Told(FormField field, JsonObject row) =>
        field.Items.FirstOrDefault(f => f.IsTold) is { } told && FormModel.Text(row, told.Name) is { Length: > 0 } words
            ? $"{FormReader.NumberOf(field, row)}. {words}"
            : null;

    private int? NumberOf(JsonObject row) => FormReader.NumberOf(Field, row);

    private void FillAll()
    {
        var (name, value) = Field.ForAll!.Value;
        var isYesNo = Field.Items.Any(f => f.Name == name && f.Kind == FieldKind.YesNo);
        foreach (var row in Rows())
        {
            Model.Set(row, name, isYesNo ? JsonValue.Create(value == "true") : JsonValue.Create(value));
        }
    }

    private void Take(JsonObject row, bool isTaken) => Model.Set(row, Field.Taken!.Name, JsonValue.Create(isTaken));

    private void Raise(int index) => Model.RaiseRow(Owner, Field.Name, Path, index);

    private void Copy(int index) =>
        Model.InsertRow(Owner, Field.Name, Path, index + 1, (JsonObject)Rows()[index].DeepClone());

    private void Remove(int index)
    {
        var row = Rows()[index];
        Model.RemoveRow(Owner, Field.Name, Path, index);
        Snackbar.AddUndo(L, L["Form.RowRemoved", index + 1], () =>
        {
            Model.InsertRow(Owner, Field.Name, Path, index, row);
            return Task.CompletedTask;
        });
    }
}
