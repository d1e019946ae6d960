using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine.Waits;

/// <summary>Waits for an event.</summary>
public sealed record EventWait : WaitState
{
    [JsonPropertyName("d")]
    public required string Name { get; init; }
}
