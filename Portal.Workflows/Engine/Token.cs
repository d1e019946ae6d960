using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine;

/// <summary>A token between two activities of one flowchart.</summary>
public sealed record Token
{
    [JsonPropertyName("f")]
    public required string From { get; init; }

    [JsonPropertyName("p")]
    public required string Port { get; init; }

    [JsonPropertyName("t")]
    public required string To { get; init; }

    /// <summary>Its target has run since.</summary>
    [JsonPropertyName("c")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Consumed { get; set; }
}
