using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

/// <summary>
/// A genuine Elsa 3 definition. The JSON document itself is kept, so that what this portal does not know survives
/// reading and writing at every level; the properties are typed views of it. Read-only: edit a copy of <see cref="Json"/>.
/// </summary>
public sealed class WorkflowDefinition
{
    /// <summary>Documents above this size are refused before they are parsed.</summary>
    public const int MaxCharacters = 8_000_000;

    /// <summary>Characters of its name and of its description at the most.</summary>
    public const int LongestName = 200, LongestDescription = 4000;

    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private WorkflowDefinition(JsonObject json)
    {
        Json = json;
        Root = new ActivityNode(
            Node.Object(json, "root", "$") ?? throw new DefinitionFormatException("Definition.NoRoot", "$.root"), "$.root");
        if (Node.Text(json, "name")?.Length > LongestName || Node.Text(json, "description")?.Length > LongestDescription)
        {
            throw new DefinitionFormatException(
                "Definition.TextTooLong", Node.Text(json, "name")?.Length > LongestName ? "$.name" : "$.description");
        }

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

    /// <summary>A document made by the editor from one that was read. It is not parsed anew: that took longer than the change
    /// itself.</summary>
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
        var stamps =
            new Dictionary<string, JsonNode?> { ["id"] = id, ["version"] = version, ["isLatest"] = true, ["isPublished"] = isPublished };
        var root = Node.IsModern(Json["root"]) ? Json["root"]! : Json["root"]!.DeepClone();
        Node.Modernise(root);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CompactOptions.Encoder, MaxDepth = 64 }))
        {
            // Written in place, not copied: a document of a megabyte is stored at every change.
            writer.WriteStartObject();
            foreach (var (name, value) in Json
                .Select(p => (p.Key, p.Value))
                .Concat(stamps.Where(s => !Json.ContainsKey(s.Key)).Select(s => (s.Key, s.Value))))
            {
                writer.WritePropertyName(name);
                var own = name == "root" ? root : value;
                var written = stamps.TryGetValue(name, out var stamp) ? stamp : own;
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
