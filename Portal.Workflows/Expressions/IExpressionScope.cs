using System.Text.Json.Nodes;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Expressions;

/// <summary>What an expression may read and write. Nothing else of the host is reachable.</summary>
public interface IExpressionScope
{
    CompiledDefinition Definition { get; }

    JsonNode? GetVariable(string nameOrId);

    void SetVariable(string nameOrId, JsonNode? value);

    JsonNode? GetInput(string name);

    JsonNode? GetOutput(string activityId, string? name);

    JsonNode? LastResult { get; }

    string? CorrelationId { get; }

    string InstanceId { get; }

    string? InstanceName { get; }

    DateTime Now { get; }

    void Correlate(string id);

    void SetInstanceName(string name);

    /// <summary>Another at each call, the same again when the same run is done once more.</summary>
    Guid NewGuid();
}
