using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>The document is no workflow definition. <see cref="Path"/> says where.</summary>
public sealed class DefinitionFormatException(string code, string path, string? detail = null, int? line = null)
    : Exception($"{code} at {path}: {detail}")
{
    /// <summary>Stable text code.</summary>
    public string Code { get; } = code;

    public string Path { get; } = path;

    public string? Detail { get; } = detail;

    /// <summary>From 1, where the document cannot even be parsed; else null.</summary>
    public int? Line { get; } = line;
}

/// <summary>
/// A genuine Elsa 3 definition. The JSON document itself is kept, so that what this portal does not know survives
/// reading and writing at every level; the properties are typed views of it. Read-only: edit a copy of <see cref="Json"/>.
/// </summary>
public sealed class WorkflowDefinition
{
    /// <summary>Documents above this size are refused before they are parsed.</summary>
    public const int MaxCharacters = 8_000_000;

    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private WorkflowDefinition(JsonObject json)
    {
        Json = json;
        Root = new ActivityNode(Node.Object(json, "root", "$") ?? throw new DefinitionFormatException("Definition.NoRoot", "$.root"), "$.root");
        Variables = [.. Node.Objects(json, "variables", "$").Select(v => new VariableDefinition(v))];
    }

    public JsonObject Json { get; }

    /// <summary>Id of this version row.</summary>
    public string Id => Node.Text(Json, "id") ?? "";

    /// <summary>Stable id of the process; what is started.</summary>
    public string DefinitionId => Node.Text(Json, "definitionId") ?? "";

    public string Name => Node.Text(Json, "name") ?? DefinitionId;

    public int Version => Node.Number(Json, "version") ?? 1;

    public ActivityNode Root { get; }

    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>The portal's own data in <c>customProperties.portal</c>, or null.</summary>
    public JsonObject? Portal => Json["customProperties"] is JsonObject custom ? custom["portal"] as JsonObject : null;

    /// <summary>Every activity, nested ones too, in document order.</summary>
    public IEnumerable<ActivityNode> AllActivities => Root.SelfAndDescendants();

    /// <exception cref="DefinitionFormatException">Not JSON, too large, too deep, a key twice, or no root activity.</exception>
    public static WorkflowDefinition Read(string text)
    {
        if (text.Length > MaxCharacters)
        {
            throw new DefinitionFormatException("Definition.TooLarge", "$");
        }

        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text, documentOptions: ReadOptions);
        }
        catch (JsonException e)
        {
            throw new DefinitionFormatException("Definition.NotJson", e.Path ?? "$", e.Message, (int?)e.LineNumber + 1);
        }

        return node is JsonObject json ? new WorkflowDefinition(json) : throw new DefinitionFormatException("Definition.NotObject", "$");
    }

    /// <summary>A document made by the editor from one that was read. It is not parsed anew: that took longer than the change itself.</summary>
    internal static WorkflowDefinition Of(JsonObject json) => new(json);

    /// <summary>What Elsa reads: the document as it came, with connections in the present form.</summary>
    public string Write(bool indented = false)
    {
        var copy = (JsonObject)Json.DeepClone();
        Node.Modernise(copy["root"]);
        return copy.ToJsonString(indented ? IndentedOptions : CompactOptions);
    }

    /// <summary>The document as <see cref="Write"/> gives it, saying of itself which version it is.</summary>
    public string WriteAs(string id, int version, bool isPublished)
    {
        var stamps = new Dictionary<string, JsonNode?> { ["id"] = id, ["version"] = version, ["isLatest"] = true, ["isPublished"] = isPublished };
        var root = Node.IsModern(Json["root"]) ? Json["root"]! : Json["root"]!.DeepClone();
        Node.Modernise(root);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CompactOptions.Encoder, MaxDepth = 64 }))
        {
            // Written in place, not copied: a document of a megabyte is stored at every change.
            writer.WriteStartObject();
            foreach (var (name, value) in Json.Select(p => (p.Key, p.Value)).Concat(stamps.Where(s => !Json.ContainsKey(s.Key)).Select(s => (s.Key, s.Value))))
            {
                writer.WritePropertyName(name);
                var written = stamps.TryGetValue(name, out var stamp) ? stamp : name == "root" ? root : value;
                if (written is null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    written.WriteTo(writer, CompactOptions);
                }
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static readonly JsonSerializerOptions CompactOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 64,
    };

    private static readonly JsonSerializerOptions IndentedOptions = new(CompactOptions) { WriteIndented = true };
}

/// <summary>One activity of a definition.</summary>
public sealed class ActivityNode
{
    private const int MaxNesting = 20;

    internal ActivityNode(JsonObject json, string path, int depth = 0)
    {
        if (depth > MaxNesting)
        {
            throw new DefinitionFormatException("Definition.TooDeep", path);
        }

        Json = json;
        Path = path;
        Type = Node.Text(json, "type") ?? throw new DefinitionFormatException("Definition.NoType", path);
        Id = Node.Text(json, "id") ?? throw new DefinitionFormatException("Definition.NoId", path);
        Activities = [.. Node.Objects(json, "activities", path).Select((a, i) => new ActivityNode(a, $"{path}.activities[{i}]", depth + 1))];
        Connections = [.. Node.Objects(json, "connections", path).Select((c, i) => Connection.Read(c, $"{path}.connections[{i}]"))];
        Body = IsLoop && Node.Object(json, "body", path) is { } body ? new ActivityNode(body, $"{path}.body", depth + 1) : null;
    }

    public JsonObject Json { get; }

    /// <summary>JSON path of the activity in the document.</summary>
    public string Path { get; }

    public string Id { get; }

    public string Type { get; }

    public string? MergeMode => Json["customProperties"] is JsonObject custom ? Node.Text(custom, "mergeMode") : null;

    public string DisplayName =>
        (Json["metadata"] is JsonObject metadata ? Node.Text(metadata, "displayText") : null) is { Length: > 0 } text ? text : Id;

    /// <summary>Position in the designer, or null.</summary>
    public (double X, double Y)? Position =>
        Json["metadata"] is JsonObject m && m["designer"] is JsonObject d && d["position"] is JsonObject p
        && Node.Double(p, "x") is { } x && Node.Double(p, "y") is { } y ? (x, y) : null;

    public IReadOnlyList<ActivityNode> Activities { get; }

    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>Activity id the flowchart names as its start, or null.</summary>
    public string? Start => Node.Text(Json, "start");

    public bool IsFlowchart => Type == "Elsa.Flowchart";

    public bool IsLoop => Type == "Elsa.ParallelForEach";

    /// <summary>What a loop does for each of its items; null for other activities and for a loop without one.</summary>
    public ActivityNode? Body { get; }

    /// <summary>An input; null when it is absent, null, or a wrapper without <c>typeName</c> (Elsa drops that one too).</summary>
    public InputValue? Input(string name) => InputValue.Read(Json[name]);

    public IEnumerable<ActivityNode> SelfAndDescendants()
    {
        yield return this;
        foreach (var descendant in Activities.Concat(Body is null ? [] : [Body]).SelectMany(a => a.SelfAndDescendants()))
        {
            yield return descendant;
        }
    }
}

/// <summary>From an outcome of one activity to another.</summary>
public sealed record Connection(string From, string Port, string To)
{
    /// <summary>Reads the present form and the older one with plain ids.</summary>
    internal static Connection Read(JsonObject json, string path)
    {
        var (from, port) = End(json["source"], Node.Text(json, "sourcePort"));
        var (to, _) = End(json["target"], Node.Text(json, "targetPort"));
        return from is null || to is null
            ? throw new DefinitionFormatException("Definition.BadConnection", path)
            : new Connection(from, string.IsNullOrEmpty(port) ? "Done" : port, to);
    }

    private static (string? Activity, string? Port) End(JsonNode? end, string? oldPort) => end switch
    {
        JsonObject o => (Node.Text(o, "activity"), Node.Text(o, "port")),
        JsonValue v when v.TryGetValue<string>(out var id) => (id, oldPort),
        _ => (null, null),
    };
}

/// <summary>A workflow variable. The default is always a string in the document.</summary>
public sealed class VariableDefinition(JsonObject json)
{
    public string Id => Node.Text(json, "id") ?? Name;

    public string Name => Node.Text(json, "name") ?? "";

    public string TypeName => Node.Text(json, "typeName") ?? "Object";

    /// <summary>False when the value would be lost at the first wait.</summary>
    public bool IsStored => Node.Text(json, "storageDriverTypeName") is { Length: > 0 } driver && !driver.Contains("Memory", StringComparison.Ordinal);

    /// <summary>The default, converted to its type; null when there is none or it does not convert.</summary>
    public JsonNode? Default()
    {
        var text = json["value"] switch { JsonValue v when v.TryGetValue<string>(out var s) => s, { } other => other.ToJsonString(), null => null };
        return text is null ? null : TypedValue.Convert(text, TypeName);
    }
}

/// <summary>An expression and the value it carries.</summary>
public sealed record InputValue(string Type, JsonNode? Value)
{
    internal static InputValue? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonObject o when o.ContainsKey("expression") => o["typeName"] is null ? null : ReadExpression(o["expression"]),
        JsonObject or JsonArray => new InputValue("Object", node),
        _ => new InputValue("Literal", node),
    };

    /// <summary>A bare expression, as in the cases of a switch.</summary>
    public static InputValue? ReadExpression(JsonNode? node) =>
        node is JsonObject o && Node.Text(o, "type") is { } type ? new InputValue(type, o["value"]) : null;

    /// <summary>The source text of a script.</summary>
    public string Source => Value is JsonValue v && v.TryGetValue<string>(out var s) ? s : "";
}
