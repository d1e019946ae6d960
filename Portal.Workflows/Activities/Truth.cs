using System.Text.Json.Nodes;

namespace Portal.Workflows.Activities;

internal static class Truth
{
    public static bool Of(JsonNode? value) => value is JsonValue v
        && (v.TryGetValue<bool>(out var flag)
            ? flag
            : v.TryGetValue<string>(out var text) && bool.TryParse(text, out var parsed) && parsed);
}
