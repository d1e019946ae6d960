using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using JsEngine = Jint.Engine;

namespace Portal.Workflows.Expressions;

/// <summary>Values of the workflow as values of a script, and back.</summary>
internal static class ScriptValues
{
    public static JsValue FromNode(JsEngine engine, JsonNode? node) => node switch
    {
        null => JsValue.Null,
        JsonValue v when v.TryGetValue<bool>(out var b) => b ? JsBoolean.True : JsBoolean.False,
        JsonValue v when v.TryGetValue<string>(out var s) => new JsString(s),
        JsonValue v when v.TryGetValue<double>(out var d) => new JsNumber(d),
        JsonValue v when v.TryGetValue<long>(out var l) => new JsNumber(l),
        JsonValue v when v.TryGetValue<int>(out var i) => new JsNumber(i),
        _ => new Jint.Native.Json.JsonParser(engine).Parse(node.ToJsonString()),
    };

    /// <summary>Null for what JSON does not know: <c>undefined</c>, a function, a number that is none.</summary>
    public static JsonNode? ToNode(JsEngine engine, JsValue value)
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
}
