using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Runtime;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using JsEngine = Jint.Engine;

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

    private static readonly Lazy<IReadOnlySet<string>> Builtin = new(() =>
    {
        using var engine = new JsEngine();
        return engine.Global.GetOwnPropertyKeys().Select(k => k.ToString()).Append("arguments").Append("undefined").ToHashSet();
    });

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
            Script.Of(source);
            return null;
        }
        catch (Exception e) when (e is ScriptPreparationException or Acornima.ParseErrorException or InsufficientExecutionStackException)
        {
            return e.Message;
        }
    }

    /// <summary>What the script amounts to may be another at another moment.</summary>
    internal static bool AsksForTheTime(string source) => SyntaxError(source) is null && Script.Of(source).Globals.Contains("Date");

    /// <summary>What a script that parses would not find when it runs, and what it asks for in vain.</summary>
    public static UnknownNames Unknown(string source, CompiledDefinition definition)
    {
        var script = Script.Of(source);
        var variables = definition.Definition.Variables.SelectMany(v => new[] { v.Id, v.Name }).Concat(Accessors.OfLoop).ToHashSet();
        var activities = definition.Definition.AllActivities.SelectMany(a => new[] { a.Id, Node.Text(a.Json, "name") }).ToHashSet();
        return new UnknownNames(
            [.. script.NeededGlobals.Where(
                g => g != "variables" && !definition.Accessors.Has(g) && !ScriptHost.Has(g) && !Builtin.Value.Contains(g))],
            [.. script.Variables.Where(v => !variables.Contains(v))],
            [.. script.Inputs.Except(Accessors.InputsOf(definition.Definition))],
            [.. script.Activities.Where(a => !activities.Contains(a))]);
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
            var script = Script.Of(source);
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
            engine.Evaluate("delete Math.random");
            var host = new ScriptHost(engine, scope);
            host.Give(script);
            var value = ScriptValues.ToNode(engine, engine.Evaluate(script.Prepared));
            host.CopyBack();
            return value;
        }
        catch (Exception e) when (e is JavaScriptException or JintException or ScriptPreparationException or Acornima.ParseErrorException
            or TimeoutException or InsufficientExecutionStackException or JsonException or InvalidOperationException or ArgumentException
            or FormatException)
        {
            throw new ExpressionException(e.Message, e);
        }
    }

    /// <summary>The clock of a script: the moment of the run, in UTC.</summary>
    private sealed class FrozenTime(DateTime now) : DefaultTimeSystem(TimeZoneInfo.Utc, System.Globalization.CultureInfo.InvariantCulture)
    {
        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
    }
}
