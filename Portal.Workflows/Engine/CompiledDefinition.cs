using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Engine;

/// <summary>How an activity with several ways in decides that it may run.</summary>
public enum MergeMode
{
    Stream,
    Merge,
    Converge,
    Cascade,
    Race,
}

/// <summary>One activity, ready to run. Immutable, shared by all instances.</summary>
public sealed class CompiledActivity
{
    private readonly Dictionary<string, InputValue?> _inputs = [];

    internal CompiledActivity(ActivityNode node, string path)
    {
        Node = node;
        Path = path;
        Type = Catalogue.Find(node.Type);
        foreach (var (name, value) in node.Json)
        {
            if (value is not null && name is not ("id" or "nodeId" or "name" or "type" or "version" or "customProperties" or "metadata" or "activities" or "connections" or "body"))
            {
                _inputs[name] = node.Input(name);
            }
        }

        MergeMode = ReadMergeMode();
        Chart = node.IsFlowchart ? new FlowGraph(node.Activities, node.Connections, node.Start, path)
            : node.Body is not { } body ? null
            : body.IsFlowchart ? new FlowGraph(body.Activities, body.Connections, body.Start, path)
            : new FlowGraph([body], [], body.Id, path);
        if (Type is UserTaskActivity)
        {
            FixedSpec = ReadFixedSpec();
        }
    }

    public ActivityNode Node { get; }

    public string Id => Node.Id;

    /// <summary>Ids from the root's children down to here, joined by <c>/</c>; the id itself on the first level.</summary>
    public string Path { get; }

    /// <summary>Null when the portal does not execute this type.</summary>
    public ActivityType? Type { get; }

    public MergeMode MergeMode { get; }

    /// <summary>The flowchart inside: of a nested flowchart, or of the body of a loop.</summary>
    public FlowGraph? Chart { get; }

    public List<Connection> Outbound { get; } = [];

    public List<Connection> Inbound { get; } = [];

    public List<Connection> ForwardInbound { get; } = [];

    /// <summary>Activities from which forward connections lead here.</summary>
    public HashSet<string> Upstream { get; } = [];

    /// <summary>The settings of a human step when none of them is computed; else null.</summary>
    public UserTaskSpec? FixedSpec { get; }

    public InputValue? Input(string name) => _inputs.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, InputValue?>> Inputs => _inputs;

    /// <summary>A list of texts written into the definition; empty when it is computed or absent.</summary>
    public IReadOnlyList<string> FixedList(string name)
    {
        var input = Input(name);
        if (input is not { Type: "Object" or "Json" or "Literal" })
        {
            return [];
        }

        var node = input.Value is JsonValue v && v.TryGetValue<string>(out var text) ? Parse(text) : input.Value;
        return node is JsonArray array ? [.. array.Select(i => i?.ToString() ?? "").Where(i => i.Length > 0)] : [];
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private MergeMode ReadMergeMode() =>
        Node.Type == "Elsa.FlowJoin"
            ? Input("mode")?.Source is "WaitAll" or "WaitAllActive" ? MergeMode.Merge : MergeMode.Race
            : Enum.TryParse<MergeMode>(Node.MergeMode, out var mode) && Node.MergeMode is not null && char.IsLetter(Node.MergeMode[0]) ? mode : MergeMode.Stream;

    private UserTaskSpec? ReadFixedSpec()
    {
        if (UserTaskSpec.InputNames.Any(n => Input(n) is { Type: not ("Literal" or "Object" or "Json") }))
        {
            return null;
        }

        try
        {
            return UserTaskSpec.From(n => Input(n) is { } input ? ExpressionEvaluator.Fixed(input) : null);
        }
        catch (Exception e) when (e is JsonException or ExpressionException)
        {
            return null;
        }
    }
}

/// <summary>One flowchart, ready to run.</summary>
public sealed class FlowGraph
{
    internal FlowGraph(IReadOnlyList<ActivityNode> activities, IReadOnlyList<Connection> connections, string? start, string path)
    {
        Path = path;
        foreach (var child in activities)
        {
            Activities.TryAdd(child.Id, new CompiledActivity(child, path.Length == 0 ? child.Id : $"{path}/{child.Id}"));
        }

        foreach (var connection in connections)
        {
            // A connection whose end is missing is kept in the document and reported by validation; it is never followed.
            if (Activities.TryGetValue(connection.From, out var from) && Activities.TryGetValue(connection.To, out var to))
            {
                from.Outbound.Add(connection);
                to.Inbound.Add(connection);
            }
        }

        Start = FindStart(start);
        if (Start is not null)
        {
            MarkForward(Start);
        }
    }

    public string Path { get; }

    public Dictionary<string, CompiledActivity> Activities { get; } = [];

    /// <summary>Null for an empty flowchart.</summary>
    public CompiledActivity? Start { get; }

    private CompiledActivity? FindStart(string? start) =>
        (start is { } id && Activities.TryGetValue(id, out var named) ? named : null)
        ?? Activities.Values.FirstOrDefault(a => a.Node.Type == "Elsa.Start")
        ?? Activities.Values.FirstOrDefault(a => a.Node.Json["customProperties"] is JsonObject c && c["canStartWorkflow"] is JsonValue v && v.TryGetValue<bool>(out var can) && can)
        ?? Activities.Values.FirstOrDefault(a => a.Inbound.Count == 0)
        ?? Activities.Values.FirstOrDefault();

    // Breadth first: a connection is forward unless forward ones found so far already lead back from its target to its source.
    private void MarkForward(CompiledActivity start)
    {
        var seen = new HashSet<string> { start.Id };
        var queue = new Queue<CompiledActivity>([start]);
        while (queue.TryDequeue(out var source))
        {
            foreach (var connection in source.Outbound)
            {
                var target = Activities[connection.To];
                if (target != source && !source.Upstream.Contains(target.Id))
                {
                    target.ForwardInbound.Add(connection);
                    Widen(target, source);
                }

                if (seen.Add(target.Id))
                {
                    queue.Enqueue(target);
                }
            }
        }
    }

    // Everything upstream of the source is now upstream of the target, and of all that the target already leads to.
    private void Widen(CompiledActivity target, CompiledActivity source)
    {
        foreach (var activity in Activities.Values)
        {
            if (activity == target || activity.Upstream.Contains(target.Id))
            {
                activity.Upstream.Add(source.Id);
                activity.Upstream.UnionWith(source.Upstream);
            }
        }
    }
}

/// <summary>A definition, ready to run. Immutable; build it once per version.</summary>
public sealed class CompiledDefinition
{
    private readonly Dictionary<string, CompiledActivity> _byId = [];

    public CompiledDefinition(WorkflowDefinition definition)
    {
        Definition = definition;
        Root = new CompiledActivity(definition.Root, "");
        foreach (var activity in All)
        {
            _byId.TryAdd(activity.Id, activity);
        }
    }

    public WorkflowDefinition Definition { get; }

    public CompiledActivity Root { get; }

    /// <summary>The flowchart at a path; null when the definition has none there.</summary>
    public FlowGraph? Chart(string path)
    {
        var chart = Root.Chart;
        foreach (var id in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            chart = chart is not null && chart.Activities.TryGetValue(id, out var activity) ? activity.Chart : null;
        }

        return chart;
    }

    /// <summary>Every activity below the root, nested ones too.</summary>
    public IEnumerable<CompiledActivity> All => Below(Root.Chart);

    /// <summary>The first human step after the start, its settings fixed; null where the start leads to none at once.</summary>
    public CompiledActivity? FirstStep
    {
        get
        {
            var at = Root.Chart?.Start;
            for (var i = 0; i < 20 && at is not null && at.Type is not UserTaskActivity; i++)
            {
                at = at.Outbound.Count > 0 ? Root.Chart!.Activities.GetValueOrDefault(at.Outbound[0].To) : null;
            }

            return at?.FixedSpec is null ? null : at;
        }
    }

    /// <summary>An activity by its id; of several with one id in different flowcharts, the first.</summary>
    public CompiledActivity? Find(string activityId) => _byId.GetValueOrDefault(activityId);

    private static IEnumerable<CompiledActivity> Below(FlowGraph? chart) =>
        chart is null ? [] : chart.Activities.Values.SelectMany(a => Below(a.Chart).Prepend(a));
}
