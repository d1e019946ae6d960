using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Portal.Workflows.Definitions;
using JsEngine = Jint.Engine;
using Script = Acornima.Ast.Script;

namespace Portal.Workflows.Expressions;

/// <summary>
/// Evaluates <c>Literal</c>, <c>Object</c>, <c>Variable</c>, <c>Input</c> and <c>JavaScript</c> (Jint, without CLR access, bounded in
/// time, memory, recursion and statements; its clock stands at the run's moment and it has no random numbers, so that the
/// same input gives the same output). <c>CSharp</c>, <c>Python</c>, <c>Liquid</c> and <c>Secret</c> are refused.
/// </summary>
public static class ExpressionEvaluator
{
    public const int MaxStatements = 20_000;
    public const int MaxRecursion = 64;
    public const long MaxMemoryBytes = 8_000_000;
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    private const int MaxCachedScripts = 2_000;

    private static readonly ScriptParsingOptions ParsingOptions = new() { AllowReturnOutsideFunction = true };

    private static readonly ConcurrentDictionary<string, Prepared<Script>> Scripts = new();

    /// <exception cref="ExpressionException">The expression fails, breaks a limit, or is of a kind that is not allowed.</exception>
    public static JsonNode? Evaluate(InputValue expression, IExpressionScope scope) => expression.Type switch
    {
        "Literal" => expression.Value,
        "Object" or "Json" => ParseObject(expression.Value),
        "Variable" => scope.GetVariable(IdOf(expression.Value)),
        "Input" => scope.GetInput(IdOf(expression.Value)),
        "JavaScript" => Run(expression.Source, scope),
        _ => throw new ExpressionException($"Expression type {expression.Type} is not allowed."),
    };

    /// <summary>The value of a <c>Literal</c> or <c>Object</c> expression, which needs no scope.</summary>
    public static JsonNode? Fixed(InputValue expression) => expression.Type == "Literal" ? expression.Value : ParseObject(expression.Value);

    /// <summary>Null when the script parses; else the message with its line.</summary>
    public static string? SyntaxError(string source)
    {
        try
        {
            JsEngine.PrepareScript(source, options: new ScriptPreparationOptions { ParsingOptions = ParsingOptions });
            return null;
        }
        catch (Exception e) when (e is ScriptPreparationException or Acornima.ParseErrorException or InsufficientExecutionStackException)
        {
            return e.Message;
        }
    }

    private static string IdOf(JsonNode? value) => value switch
    {
        JsonObject o => Node.Text(o, "id") ?? Node.Text(o, "name") ?? "",
        JsonValue v when v.TryGetValue<string>(out var s) => s,
        _ => "",
    };

    private static JsonNode? ParseObject(JsonNode? value)
    {
        if (value is not JsonValue v || !v.TryGetValue<string>(out var text))
        {
            return value;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            throw new ExpressionException($"The object expression is no JSON: {e.Message}", e);
        }
    }

    private static JsonNode? Run(string source, IExpressionScope scope)
    {
        try
        {
            var script = Prepare(source);
            using var engine = new JsEngine(o =>
            {
                o.LimitRecursion(MaxRecursion);
                o.MaxStatements(MaxStatements);
                o.LimitMemory(MaxMemoryBytes);
                o.TimeoutInterval(MaxTime);
                o.Constraints.MaxArraySize = 100_000;
                o.Strict = false;
                o.TimeSystem = new FrozenTime(scope.Now);
                o.Host.StringCompilationAllowed = false;
            });
            Expose(engine, source, scope);
            return ToNode(engine, engine.Evaluate(script));
        }
        catch (Exception e) when (e is JavaScriptException or JintException or ScriptPreparationException or Acornima.ParseErrorException
            or TimeoutException or InsufficientExecutionStackException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ExpressionException(e.Message, e);
        }
    }

    private static Prepared<Script> Prepare(string source)
    {
        if (Scripts.TryGetValue(source, out var prepared))
        {
            return prepared;
        }

        prepared = JsEngine.PrepareScript(source, options: new ScriptPreparationOptions { ParsingOptions = ParsingOptions });
        if (Scripts.Count < MaxCachedScripts)
        {
            Scripts[source] = prepared;
        }

        return prepared;
    }

    private static void Expose(JsEngine engine, string source, IExpressionScope scope)
    {
        engine.Evaluate("delete Math.random");
        engine.SetValue("getVariable", (string name) => FromNode(engine, scope.GetVariable(name)));
        engine.SetValue("setVariable", (string name, JsValue value) => scope.SetVariable(name, ToNode(engine, value)));
        engine.SetValue("getInput", (string name) => FromNode(engine, scope.GetInput(name)));
        if (source.Contains("getOutputFrom", StringComparison.Ordinal))
        {
            engine.SetValue("getOutputFrom", (string activity, string? output) => FromNode(engine, scope.GetOutput(activity, output)));
        }

        if (source.Contains("getLastResult", StringComparison.Ordinal))
        {
            engine.SetValue("getLastResult", () => FromNode(engine, scope.LastResult));
        }

        if (source.Contains("getCorrelationId", StringComparison.Ordinal))
        {
            engine.SetValue("getCorrelationId", () => scope.CorrelationId);
        }

        if (source.Contains("getWorkflowInstanceId", StringComparison.Ordinal))
        {
            engine.SetValue("getWorkflowInstanceId", () => scope.InstanceId);
        }

        if (source.Contains("toJson", StringComparison.Ordinal))
        {
            engine.Evaluate("var toJson = function (value) { return JSON.stringify(value); };");
        }

        JsObject? bag = source.Contains("variables", StringComparison.Ordinal) ? new JsObject(engine) : null;
        foreach (var variable in scope.Variables)
        {
            var name = variable.Name;
            bag?.Set(name, FromNode(engine, scope.GetVariable(variable.Id)));
            if (source.Contains("get" + name, StringComparison.Ordinal))
            {
                engine.SetValue("get" + name, () => FromNode(engine, scope.GetVariable(variable.Id)));
            }

            if (source.Contains("set" + name, StringComparison.Ordinal))
            {
                engine.SetValue("set" + name, (JsValue value) => scope.SetVariable(variable.Id, ToNode(engine, value)));
            }
        }

        if (bag is not null)
        {
            engine.SetValue("variables", bag);
        }
    }

    private static JsValue FromNode(JsEngine engine, JsonNode? node) => node switch
    {
        null => JsValue.Null,
        JsonValue v when v.TryGetValue<bool>(out var b) => b ? JsBoolean.True : JsBoolean.False,
        JsonValue v when v.TryGetValue<string>(out var s) => new JsString(s),
        JsonValue v when v.TryGetValue<double>(out var d) => new JsNumber(d),
        JsonValue v when v.TryGetValue<long>(out var l) => new JsNumber(l),
        JsonValue v when v.TryGetValue<int>(out var i) => new JsNumber(i),
        _ => new Jint.Native.Json.JsonParser(engine).Parse(node.ToJsonString()),
    };

    private static JsonNode? ToNode(JsEngine engine, JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
        {
            return null;
        }

        if (value.IsBoolean())
        {
            return JsonValue.Create(value.AsBoolean());
        }

        if (value.IsString())
        {
            return JsonValue.Create(value.AsString());
        }

        if (value.IsNumber())
        {
            var number = value.AsNumber();
            if (!double.IsFinite(number))
            {
                return null;
            }

            return number == Math.Floor(number) && Math.Abs(number) < 9e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
        }

        var json = new Jint.Native.Json.JsonSerializer(engine).Serialize(value);
        return json.IsString() ? JsonNode.Parse(json.AsString(), documentOptions: new JsonDocumentOptions { MaxDepth = 32 }) : null;
    }

    /// <summary>The clock of a script: the moment of the run, in UTC.</summary>
    private sealed class FrozenTime(DateTime now) : DefaultTimeSystem(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture)
    {
        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
    }
}
