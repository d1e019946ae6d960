using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>An expression and the value it carries.</summary>
public sealed record InputValue(string Type, JsonNode? Value)
{
    internal static InputValue? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonObject o when o.ContainsKey("expression") => o["typeName"] is null ? null : ReadExpression(o["expression"]),
        JsonObject or JsonArray => new InputValue("Object", node),
        _ => new InputValue("Literal", node),
    };

    /// <summary>A bare expression, as in the cases of a switch.</summary>
    public static InputValue? ReadExpression(JsonNode? node) =>
        node is JsonObject o && Node.Text(o, "type") is { } type ? new InputValue(type, o["value"]) : null;

    /// <summary>The source text of a script.</summary>
    public string Source => Value is JsonValue v && v.TryGetValue<string>(out var s) ? s : "";
}
