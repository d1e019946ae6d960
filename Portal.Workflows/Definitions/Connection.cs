using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>From an outcome of one activity to another.</summary>
public sealed record Connection(string From, string Port, string To)
{
    /// <summary>Reads the present form and the older one with plain ids.</summary>
    internal static Connection Read(JsonObject json, string path)
    {
        var (from, port) = End(json["source"], Node.Text(json, "sourcePort"));
        var (to, _) = End(json["target"], Node.Text(json, "targetPort"));
        if (from is null || to is null)
        {
            throw new DefinitionFormatException("Definition.BadConnection", path);
        }

        return new Connection(from, string.IsNullOrEmpty(port) ? "Done" : port, to);
    }

    private static (string? Activity, string? Port) End(JsonNode? end, string? oldPort) => end switch
    {
        JsonObject o => (Node.Text(o, "activity"), Node.Text(o, "port")),
        JsonValue v when v.TryGetValue<string>(out var id) => (id, oldPort),
        _ => (null, null),
    };
}
