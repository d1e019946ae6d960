using System.Text.Json.Nodes;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Proving;

/// <summary>What an expression reads while all ways are explored; it notes whether that is more than is known.</summary>
internal sealed class WatchedScope(IExpressionScope scope, Conduct conduct, object standing, string? item) : IExpressionScope
{
    /// <summary>A moment that lies ahead, whatever is asked for.</summary>
    private const string Ahead = "2999-01-01T00:00:00Z";

    public bool AskedForMore { get; private set; }

    public bool HasWritten { get; private set; }

    public CompiledDefinition Definition => scope.Definition;

    public JsonNode? LastResult => More(null);

    public string? CorrelationId => scope.CorrelationId;

    public string InstanceId => scope.InstanceId;

    public string? InstanceName => scope.InstanceName;

    public DateTime Now => scope.Now;

    public JsonNode? GetVariable(string nameOrId) => scope.GetVariable(nameOrId);

    public void SetVariable(string nameOrId, JsonNode? value)
    {
        HasWritten = true;
        scope.SetVariable(nameOrId, value);
    }

    public JsonNode? GetInput(string name) => conduct.Tells(name, item, standing, out var value) ? value : More(Ahead);

    public JsonNode? GetOutput(string activityId, string? name) => More(null);

    public void Correlate(string id)
    {
        HasWritten = true;
        scope.Correlate(id);
    }

    public void SetInstanceName(string name)
    {
        HasWritten = true;
        scope.SetInstanceName(name);
    }

    public Guid NewGuid()
    {
        AskedForMore = true;
        return scope.NewGuid();
    }

    private JsonNode? More(JsonNode? value)
    {
        AskedForMore = true;
        return value;
    }
}
