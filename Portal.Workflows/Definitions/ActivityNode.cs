using System.Text.Json.Nodes;

namespace Portal.Workflows.Definitions;

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
        Activities =
            [.. Node.Objects(json, "activities", path).Select((a, i) => new ActivityNode(a, $"{path}.activities[{i}]", depth + 1))];
        Connections = [.. Node.Objects(json, "connections", path).Select((c, i) => Connection.Read(c, $"{path}.connections[{i}]"))];
        Body = IsLoop && Node.Object(json, "body", path) is { } body ? new ActivityNode(body, $"{path}.body", depth + 1) : null;
    }

    public JsonObject Json { get; }

    /// <summary>JSON path of the activity in the document.</summary>
    public string Path { get; }

    public string Id { get; }

    public string Type { get; }

    public string? MergeMode => Json["customProperties"] is JsonObject custom ? Node.Text(custom, "mergeMode") : null;

    /// <summary>What it is called: its own words, else those of a person's step, else the name it bears in Elsa, else its id.</summary>
    public string DisplayName => Named ?? Id;

    /// <summary><see cref="DisplayName"/>; null where it has nothing but its id.</summary>
    public string? Named => new[]
    {
        Json["metadata"] is JsonObject metadata ? Node.Text(metadata, "displayText") : null,
        Json["title"] is JsonObject title && title["expression"] is JsonObject { } said && Node.Text(said, "type") == "Literal"
            ? said["value"]?.ToString()
            : null,
        Node.Text(Json, "name"),
    }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));

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
