using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Expressions;

/// <summary>What an expression may read and write. Nothing else of the host is reachable.</summary>
public interface IExpressionScope
{
    IReadOnlyList<VariableDefinition> Variables { get; }

    JsonNode? GetVariable(string nameOrId);

    void SetVariable(string nameOrId, JsonNode? value);

    JsonNode? GetInput(string name);

    JsonNode? GetOutput(string activityId, string? name);

    JsonNode? LastResult { get; }

    string? CorrelationId { get; }

    string InstanceId { get; }

    DateTime Now { get; }
}
