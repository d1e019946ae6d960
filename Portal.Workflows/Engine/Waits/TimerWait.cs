using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine.Waits;

/// <summary>Waits for a moment.</summary>
public sealed record TimerWait : WaitState
{
    /// <summary>UTC.</summary>
    [JsonPropertyName("d")]
    public required DateTime At { get; init; }
}
