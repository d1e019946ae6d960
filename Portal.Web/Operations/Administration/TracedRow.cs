using System.Text.Json.Nodes;

namespace Portal.Web.Operations.Administration;

/// <summary>What became of one stored row in an import, so that it can be undone.</summary>
/// <param name="Type">Name of its class.</param>
/// <param name="Key">Values of its key.</param>
/// <param name="Before">Values that were changed or removed, by property; null for a row that is new.</param>
/// <param name="After">Values as they were stored, by property; null for a row that was removed.</param>
public sealed record TracedRow(
    string Type, IReadOnlyList<JsonNode?> Key, Dictionary<string, JsonNode?>? Before, Dictionary<string, JsonNode?>? After);
