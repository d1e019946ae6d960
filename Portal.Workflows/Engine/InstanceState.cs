using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Engine;

/// <summary>
/// All the runner knows of one instance, as a compact versioned document. Holds only the portal's own stable names.
/// </summary>
public sealed class InstanceState
{
    public const int CurrentSchema = 1;

    [JsonPropertyName("v")]
    public int Schema { get; init; } = CurrentSchema;

    [JsonPropertyName("st")]
    public InstanceStatus Status { get; set; }

    /// <summary>Last number given to a scope, a wait or an incident.</summary>
    [JsonPropertyName("n")]
    public int LastId { get; set; }

    [JsonPropertyName("nm")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; set; }

    [JsonPropertyName("co")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CorrelationId { get; set; }

    /// <summary>What the case that dispatched this one handed over; null for a case that somebody started.</summary>
    [JsonPropertyName("ip")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Input { get; set; }

    /// <summary>Outputs of the workflow itself (<c>Elsa.SetOutput</c>), reported to the case that dispatched it.</summary>
    [JsonPropertyName("wo")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Result { get; set; }

    [JsonPropertyName("va")]
    public Dictionary<string, JsonNode?> Variables { get; init; } = [];

    /// <summary>Outputs by <c>activity.output</c>.</summary>
    [JsonPropertyName("ou")]
    public Dictionary<string, JsonNode?> Outputs { get; init; } = [];

    [JsonPropertyName("sc")]
    public List<ScopeState> Scopes { get; init; } = [];

    [JsonPropertyName("wa")]
    public List<WaitState> Waiting { get; init; } = [];

    [JsonPropertyName("in")]
    public List<IncidentState> Incidents { get; init; } = [];

    /// <summary>How often each activity has completed and gone on, by path: the done steps of the diagram. In a loop also by
    /// <c>path#item</c>.</summary>
    [JsonPropertyName("dn")]
    public Dictionary<string, int> Completed { get; init; } = [];

    /// <summary>Connections that were followed, as <c>from|port|to</c>.</summary>
    [JsonPropertyName("wy")]
    public HashSet<string> FollowedConnections { get; init; } = [];

    /// <summary>The next moment that a timer waits for, UTC; null without one.</summary>
    [JsonIgnore]
    public DateTime? ResumesAt => Waiting.OfType<TimerWait>().Select(w => (DateTime?)w.At).Min();

    /// <summary>Key in <see cref="Completed"/> of an activity, within a loop for one of its items.</summary>
    public static string CompletedKey(string path, string? item) => item is null ? path : $"{path}#{item}";

    public string Write() => JsonSerializer.Serialize(this, InstanceJson.Default.InstanceState);

    /// <exception cref="JsonException">No state document.</exception>
    /// <exception cref="NotSupportedException">Written by a newer version of the portal.</exception>
    public static InstanceState Read(string json)
    {
        var state = JsonSerializer.Deserialize(json, InstanceJson.Default.InstanceState) ?? throw new JsonException("No state.");
        return state.Schema <= CurrentSchema
            ? state
            : throw new NotSupportedException($"State schema {state.Schema} is newer than {CurrentSchema}.");
    }

    /// <summary>A copy that may be changed without touching this one.</summary>
    internal InstanceState Copy() => new()
    {
        Schema = CurrentSchema,
        Status = Status,
        LastId = LastId,
        Name = Name,
        CorrelationId = CorrelationId,
        Input = Input,
        Result = (JsonObject?)Result?.DeepClone(),
        Variables = new(Variables),
        Outputs = new(Outputs),
        Scopes = Scopes.ConvertAll(s => s with { Tokens = s.Tokens.ConvertAll(t => t with { }) }),
        Waiting = [.. Waiting],
        Incidents = [.. Incidents],
        Completed = new(Completed),
        FollowedConnections = [.. FollowedConnections],
    };
}
