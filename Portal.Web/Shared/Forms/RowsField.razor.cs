using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Forms;

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

        array.Add((JsonNode)new JsonObject());
        Model.Set(Owner, Field.Name, array);
    }

    private void Remove(int index) => Model.RemoveRow(Owner, Field.Name, Path, index);
}
