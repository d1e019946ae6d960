using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>Careful access to JSON that anybody may have written: a wrong type is a clear error or nothing, never a crash.</summary>
internal static class Node
{
    public static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Number(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static double? Double(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    public static JsonObject? Object(JsonObject json, string name, string path) => json[name] switch
    {
        null => null,
        JsonObject o => o,
        _ => throw new DefinitionFormatException("Definition.WrongType", $"{path}.{name}"),
    };

    public static IEnumerable<JsonObject> Objects(JsonObject json, string name, string path) => json[name] switch
    {
        null => [],
        JsonArray array => array.Select((item, i) => item as JsonObject
            ?? throw new DefinitionFormatException("Definition.WrongType", $"{path}.{name}[{i}]")),
        _ => throw new DefinitionFormatException("Definition.WrongType", $"{path}.{name}"),
    };

    /// <summary>Rewrites old connections (plain ids) into the form that Elsa writes today, keeping their other fields.</summary>
    public static void Modernise(JsonNode? activity)
    {
        if (activity is not JsonObject json)
        {
            return;
        }

        foreach (var connection in (json["connections"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Wrap(connection, "source", "sourcePort", "Done");
            Wrap(connection, "target", "targetPort", "In");
        }

        foreach (var child in json["activities"] as JsonArray ?? [])
        {
            Modernise(child);
        }

        Modernise(json["body"]);
    }

    /// <summary>No connection is in the old form.</summary>
    public static bool IsModern(JsonNode? activity) => activity is not JsonObject json
        || ((json["connections"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .All(c => c["source"] is not JsonValue && c["target"] is not JsonValue) && (json["activities"] as JsonArray ?? [])
            .All(IsModern) && IsModern(json["body"]));

    private static void Wrap(JsonObject connection, string end, string oldPort, string defaultPort)
    {
        if (connection[end] is JsonValue value && value.TryGetValue<string>(out var id))
        {
            connection[end] = new JsonObject { ["activity"] = id, ["port"] = Text(connection, oldPort) ?? defaultPort };
            connection.Remove(oldPort);
        }
    }
}
