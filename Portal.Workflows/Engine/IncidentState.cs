using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine;

/// <summary>A fault that stopped one branch. The case is not lost: retry, jump or cancel.</summary>
public sealed record IncidentState
{
    [JsonPropertyName("i")]
    public required int Id { get; init; }

    [JsonPropertyName("s")]
    public required int Scope { get; init; }

    [JsonPropertyName("a")]
    public required string Activity { get; init; }

    /// <summary><c>Fault</c>, <c>UnknownActivity</c>, <c>EndlessLoop</c> or <c>Stuck</c>.</summary>
    [JsonPropertyName("k")]
    public required string Kind { get; init; }

    [JsonPropertyName("m")]
    public required string Message { get; init; }
}
