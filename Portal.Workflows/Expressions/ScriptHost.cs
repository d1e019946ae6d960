using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using JsEngine = Jint.Engine;

namespace Portal.Workflows.Expressions;

/// <summary>
/// What a script finds around itself: the functions of Elsa's JavaScript, those that the definition gives, and <c>variables</c>, of which
/// assignments are copied back. Only what the script names is made.
/// </summary>
internal sealed class ScriptHost(JsEngine engine, IExpressionScope scope)
{
    private static readonly FrozenDictionary<string, Func<ScriptHost, Delegate>> Functions =
        new Dictionary<string, Func<ScriptHost, Delegate>>
        {
            ["getVariable"] = h => (string name) => h.From(h.Scope.GetVariable(name)),
            ["setVariable"] = h => (string name, JsValue value) => h.Assign(name, value),
            ["getInput"] = h => (string name) => h.From(h.Scope.GetInput(name)),
            ["getOutputFrom"] = h => (string activity, JsValue output) => h.From(h.Scope.GetOutput(activity, Text(output))),
            ["getLastResult"] = h => () => h.From(h.Scope.LastResult),
            ["getCorrelationId"] = h => () => h.Scope.CorrelationId,
            ["setCorrelationId"] = h => (JsValue id) => h.Scope.Correlate(Text(id) ?? ""),
            ["getWorkflowInstanceId"] = h => () => h.Scope.InstanceId,
            ["getWorkflowInstanceName"] = h => () => h.Scope.InstanceName,
            ["setWorkflowInstanceName"] = h => (JsValue name) => h.Scope.SetInstanceName(Text(name) ?? ""),
            ["getWorkflowDefinitionId"] = h => () => h.Scope.Definition.Definition.DefinitionId,
            ["getWorkflowDefinitionVersionId"] = h => () => h.Scope.Definition.Definition.Id,
            ["getWorkflowDefinitionVersion"] = h => () => h.Scope.Definition.Definition.Version,
            ["isNullOrWhiteSpace"] = _ => (JsValue text) => string.IsNullOrWhiteSpace(Text(text)),
            ["isNullOrEmpty"] = _ => (JsValue text) => string.IsNullOrEmpty(Text(text)),
            ["toJson"] = h => (JsValue value) => ScriptValues.ToNode(h.Engine, value)?.ToJsonString(AsWritten) ?? "null",
            ["parseGuid"] = _ => (string text) => Guid.Parse(text).ToString(),
            ["newGuid"] = h => () => h.Scope.NewGuid().ToString(),
            ["newGuidString"] = h => () => h.Scope.NewGuid().ToString(),
            ["getGuidString"] = h => () => h.Scope.NewGuid().ToString(),
            ["newShortGuid"] = h => () => Short(h.Scope.NewGuid()),
            ["getShortGuid"] = h => () => Short(h.Scope.NewGuid()),
            ["stringToBase64"] = _ => (string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
            ["stringFromBase64"] = _ => (string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text)),
            ["bytesFromString"] = h => (string text) => h.FromBytes(Encoding.UTF8.GetBytes(text)),
            ["bytesToString"] = h => (JsValue bytes) => Encoding.UTF8.GetString(h.ToBytes(bytes)),
            ["bytesToBase64"] = h => (JsValue bytes) => Convert.ToBase64String(h.ToBytes(bytes)),
            ["bytesFromBase64"] = h => (string text) => h.FromBytes(Convert.FromBase64String(text)),
        }.ToFrozenDictionary();

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, JsonNode?> _given = [];
    private JsObject? _variables;

    private IExpressionScope Scope => scope;

    private JsEngine Engine => engine;

    /// <summary>Functions of Elsa's JavaScript that need no definition.</summary>
    public static bool Has(string function) => Functions.ContainsKey(function);

    /// <summary>Makes what the script names, as far as there is such a thing.</summary>
    public void Give(Script script)
    {
        foreach (var name in script.Globals)
        {
            if (name == "variables")
            {
                GiveVariables();
            }
            else if (AccessorOf(name) is { } accessor)
            {
                engine.SetValue(name, accessor);
            }
            else if (Functions.GetValueOrDefault(name) is { } function)
            {
                engine.SetValue(name, function(this));
            }
        }
    }

    /// <summary>Stores what the script assigned to <c>variables</c>.</summary>
    public void CopyBack()
    {
        foreach (var variable in _variables is null ? [] : scope.Definition.Definition.Variables)
        {
            var value = ScriptValues.ToNode(engine, _variables!.Get(variable.Name));
            if (!JsonNode.DeepEquals(value, _given[variable.Name]))
            {
                scope.SetVariable(variable.Id, value);
            }
        }
    }

    private void GiveVariables()
    {
        _variables = new JsObject(engine);
        var names = scope.Definition.Definition.Variables.Select(v => (v.Id, v.Name)).Concat(Accessors.OfLoop.Select(n => (n, n)));
        foreach (var (key, name) in names)
        {
            var value = scope.GetVariable(key);
            _given[name] = value?.DeepClone();
            _variables.Set(name, From(value));
        }

        engine.SetValue("variables", _variables);
    }

    private Delegate? AccessorOf(string function) => scope.Definition.Accessors.Find(function) switch
    {
        (AccessorKind.Variable, var of, _) => () => From(scope.GetVariable(of)),
        (AccessorKind.Assignment, var of, _) => (JsValue value) => Assign(of, value),
        (AccessorKind.Input, var of, _) => () => From(scope.GetInput(of)),
        (AccessorKind.Output, var of, var output) => () => From(scope.GetOutput(of, output)),
        _ => null,
    };

    // Both ways to a variable see what was assigned by the other.
    private void Assign(string nameOrId, JsValue value)
    {
        var node = ScriptValues.ToNode(engine, value);
        scope.SetVariable(nameOrId, node);
        if (_variables is not null
            && scope.Definition.Definition.Variables.FirstOrDefault(v => v.Id == nameOrId || v.Name == nameOrId) is { } variable)
        {
            _given[variable.Name] = node?.DeepClone();
            _variables.Set(variable.Name, value);
        }
    }

    private JsValue From(JsonNode? node) => ScriptValues.FromNode(engine, node);

    private JsValue FromBytes(byte[] bytes) => From(new JsonArray([.. bytes.Select(b => JsonValue.Create((int)b))]));

    private byte[] ToBytes(JsValue value) => ScriptValues.ToNode(engine, value) is JsonArray bytes
        ? [.. bytes.Select(b => (byte)((int?)b ?? 0))]
        : throw new ExpressionException("The bytes are no list of numbers.");

    private static string? Text(JsValue value) => value.IsNull() || value.IsUndefined() ? null : value.ToString();

    private static string Short(Guid id) => Convert.ToBase64String(id.ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
