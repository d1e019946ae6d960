using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine.Waits;

/// <summary>Waits for the end of cases that were dispatched.</summary>
public sealed record ChildrenWait : WaitState
{
    /// <summary>How many are still to end, from 1.</summary>
    [JsonPropertyName("d")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required int Left { get; init; }
}
