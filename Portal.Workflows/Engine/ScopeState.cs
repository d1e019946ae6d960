using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine;

/// <summary>One execution of a flowchart: the root, a nested one, or a loop's body for one item. Several may run at a time.</summary>
public sealed record ScopeState
{
    [JsonPropertyName("i")]
    public required int Id { get; init; }

    /// <summary>Activity ids from the root to this flowchart.</summary>
    [JsonPropertyName("x")]
    public required string Path { get; init; }

    [JsonPropertyName("u")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Parent { get; init; }

    /// <summary>The item of the loop (<c>CurrentValue</c>); null outside of loops.</summary>
    [JsonPropertyName("m")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Item { get; init; }

    /// <summary>Its place in the list, from 0 (<c>CurrentIndex</c>).</summary>
    [JsonPropertyName("mi")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Index { get; init; }

    [JsonPropertyName("t")]
    public List<Token> Tokens { get; init; } = [];
}
