using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>Conversion of text to the type an alias names.</summary>
internal static class TypedValue
{
    /// <summary>Aliases that variables and inputs may name.</summary>
    public static bool IsKnown(string typeName) => Aliases.Contains(typeName.TrimEnd('[', ']'))
        || typeName.Contains('<', StringComparison.Ordinal) || typeName.Contains(',', StringComparison.Ordinal);

    private static readonly HashSet<string> Aliases =
    [
        "Object", "String", "Boolean", "Int16", "Int32", "Int64", "Single", "Double", "Decimal", "Guid", "DateTime", "DateTimeOffset",
        "DateOnly", "TimeOnly", "TimeSpan", "JSON", "JsonElement", "JsonNode", "JsonObject", "JsonArray", "ByteArray", "Stream",
        "StringDictionary", "ObjectDictionary", "StringMap", "ObjectMap",
    ];

    public static JsonNode? Convert(string text, string typeName) => typeName switch
    {
        "Boolean" => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
        "Int16" or "Int32" or "Int64" =>
            long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null,
        "Single" or "Double" or "Decimal" =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
        "String" or "Guid" or "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" => JsonValue.Create(text),
        _ => ParseOrText(text),
    };

    private static JsonNode? ParseOrText(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
