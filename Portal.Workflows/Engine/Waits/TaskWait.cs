using System.Text.Json.Serialization;

namespace Portal.Workflows.Engine.Waits;

/// <summary>Waits for people.</summary>
public sealed record TaskWait : WaitState
{
    /// <summary>Answers so far, person and outcome, where several people answer.</summary>
    [JsonPropertyName("w")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<string[]>? Answers { get; init; }
}
