using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Engine;

/// <content>What activities and expressions see of the instance.</content>
public sealed partial class Runner
{
    private sealed partial class Burst
    {
        public CompiledActivity Activity => _current;

        public DateTime Now => now;

        public IExpressionScope Scope => this;

        public string InstanceId => instanceId;

        public string? CorrelationId => state.CorrelationId;

        public JsonNode? LastResult { get; private set; }

        public string? InstanceName => state.Name;

        public CompiledDefinition Definition => definition;

        public JsonNode? Input(string name) => _current.Input(name) is { } input ? Evaluate(input, name) : null;

        public JsonNode? Evaluate(InputValue expression, string name) => expressions.Evaluate(expression, name, this);

        public string? InputText(string name) => Input(name) switch
        {
            null => null,
            JsonValue v when v.TryGetValue<string>(out var text) => text,
            { } other => other.ToJsonString(),
        };

        public void Add(Effect effect) => _effects.Add(effect switch
        {
            OpenTask open => open with { Item = CurrentItem },
            DemandGuard guard => guard with { Item = CurrentItem },
            DemandAct act => act with { Item = CurrentItem },
            Notify notify => notify with { Item = CurrentItem },
            _ => effect,
        });

        public JsonNode? GetVariable(string nameOrId)
        {
            if (state.Variables.TryGetValue(nameOrId, out var value))
            {
                return value;
            }

            if (definition.Definition.Variables.FirstOrDefault(v => v.Name == nameOrId) is { } named)
            {
                return state.Variables.GetValueOrDefault(named.Id);
            }

            return nameOrId switch
            {
                "CurrentValue" => ItemOf(_scope),
                "CurrentIndex" => LoopOf(_scope)?.Index is { } index ? JsonValue.Create(index) : null,
                _ => null,
            };
        }

        public void SetVariable(string nameOrId, JsonNode? value)
        {
            var id = state.Variables.ContainsKey(nameOrId)
                ? nameOrId
                : definition.Definition.Variables.FirstOrDefault(v => v.Name == nameOrId)?.Id;
            if (id is null)
            {
                throw new ExpressionException($"Unknown variable '{nameOrId}'.");
            }

            state.Variables[id] = value?.DeepClone();
        }

        public JsonNode? GetInput(string name) => facts.TryGetValue(name, out var fact) ? fact : state.Input?[name];

        public JsonObject? WorkflowInput => state.Input;

        public JsonNode? GetOutput(string activityId, string? name)
        {
            var activity = definition.Find(activityId)
                ?? definition.All.FirstOrDefault(a => Node.Text(a.Node.Json, "name") == activityId);
            var key = $"{activity?.Id ?? activityId}.{name ?? "result"}";
            return state.Outputs.TryGetValue(key, out var output)
                ? output
                : state.Outputs.FirstOrDefault(o => string.Equals(o.Key, key, StringComparison.OrdinalIgnoreCase)).Value;
        }

        public Guid NewGuid()
        {
            var source = $"{instanceId}/{definition.Definition.Id}/{now.Ticks}/{state.LastId}/{_executed}/{++_guids}";
            return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));
        }

        public void SetOutput(string name, JsonNode? value)
        {
            LastResult = value;
            state.Outputs[$"{_current.Id}.{name}"] = value?.DeepClone();
            if (_current.Node.Json[name] is JsonObject wrapper && wrapper["memoryReference"] is JsonObject reference
                && Node.Text(reference, "id") is { } variable && state.Variables.ContainsKey(variable))
            {
                state.Variables[variable] = value?.DeepClone();
            }
        }

        public void SetWorkflowOutput(string name, JsonNode? value)
        {
            SetOutput(name, value);
            (state.Result ??= [])[name] = value?.DeepClone();
        }

        public void SetInstanceName(string name) => state.Name = name;

        public void Correlate(string id) => state.CorrelationId = id;
    }
}
