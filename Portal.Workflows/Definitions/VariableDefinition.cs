using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>A workflow variable. The default is always a string in the document.</summary>
public sealed class VariableDefinition(JsonObject json)
{
    public string Id => Node.Text(json, "id") ?? Name;

    public string Name => Node.Text(json, "name") ?? "";

    public string TypeName => Node.Text(json, "typeName") ?? "Object";

    /// <summary>False when the value would be lost at the first wait.</summary>
    public bool IsStored =>
        Node.Text(json, "storageDriverTypeName") is { Length: > 0 } driver && !driver.Contains("Memory", StringComparison.Ordinal);

    /// <summary>The default, converted to its type; null when there is none or it does not convert.</summary>
    public JsonNode? Default()
    {
        var text = json["value"] switch
        {
            JsonValue v when v.TryGetValue<string>(out var s) => s, { } other => other.ToJsonString(),
            null => null
        };
        return text is null ? null : TypedValue.Convert(text, TypeName);
    }
}
