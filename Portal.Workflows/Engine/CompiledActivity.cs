using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Engine;

/// <summary>One activity, ready to run. Immutable, shared by all instances.</summary>
public sealed class CompiledActivity
{
    private readonly Dictionary<string, InputValue?> _inputs = [];

    internal CompiledActivity(ActivityNode node, string path)
        : this(node, path, ChartOf(node, path))
    {
    }

    private CompiledActivity(ActivityNode node, string path, FlowGraph? chart)
    {
        Node = node;
        Path = path;
        Type = Catalogue.Find(node.Type);
        foreach (var (name, value) in node.Json)
        {
            if (value is not null
                && name is not ("id" or "nodeId" or "name" or "type" or "version" or "customProperties" or "metadata" or "activities"
                    or "connections" or "body"))
            {
                _inputs[name] = node.Input(name);
            }
        }

        MergeMode = ReadMergeMode();
        Chart = chart;
        if (Type is UserTaskActivity)
        {
            FixedSpec = ReadFixedSpec();
        }
    }

    /// <summary>The root of a definition, which is a flowchart or, as Elsa allows, one activity alone.</summary>
    internal static CompiledActivity OfRoot(ActivityNode root) =>
        new(root, "", root.IsFlowchart ? ChartOf(root, "") : new FlowGraph([root], [], root.Id, ""));

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

    /// <summary>Of a human step, what can be said without running it: the settings that are written down, and of outcomes that are computed
    /// those that lead somewhere; null where they cannot be read.</summary>
    public UserTaskSpec? WrittenSpec
    {
        get
        {
            if (FixedSpec is not null || Type is not UserTaskActivity || ReadWrittenSpec() is not { } written)
            {
                return FixedSpec;
            }

            var ports = Outbound.Select(c => c.Port).Distinct().ToList();
            return written with
            {
                Actions = IsComputed("actionDefinitions")
                    ? [.. ports.Where(p => p != "Timeout").Select(p => new TaskAction { Key = p, Label = p })] : written.Actions,
                EnableTimeoutOutcome = written.EnableTimeoutOutcome
                    || (IsComputed("enableTimeoutOutcome") && ports.Contains("Timeout")),
            };
        }
    }

    /// <summary>An input that only a run says.</summary>
    public bool IsComputed(string name) => Input(name) is { Type: not ("Literal" or "Object" or "Json") };

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

    private static FlowGraph? ChartOf(ActivityNode node, string path)
    {
        if (node.IsFlowchart)
        {
            return new FlowGraph(node.Activities, node.Connections, node.Start, path);
        }

        return node.Body switch
        {
            null => null,
            { IsFlowchart: true } body => new FlowGraph(body.Activities, body.Connections, body.Start, path),
            var body => new FlowGraph([body], [], body.Id, path),
        };
    }

    private MergeMode ReadMergeMode()
    {
        if (Node.Type == "Elsa.FlowJoin")
        {
            return Input("mode")?.Source is "WaitAll" or "WaitAllActive" ? MergeMode.Merge : MergeMode.Race;
        }

        return Enum.TryParse<MergeMode>(Node.MergeMode, out var mode) && Node.MergeMode is not null && char.IsLetter(Node.MergeMode[0])
            ? mode
            : MergeMode.Stream;
    }

    private UserTaskSpec? ReadFixedSpec()
    {
        return UserTaskSpec.InputNames.Any(IsComputed) ? null : ReadWrittenSpec();
    }

    private UserTaskSpec? ReadWrittenSpec()
    {
        try
        {
            return UserTaskSpec.From(n => Input(n) is { } input && !IsComputed(n) ? ExpressionEvaluator.Fixed(input) : null);
        }
        catch (Exception e) when (e is JsonException or ExpressionException)
        {
            return null;
        }
    }
}
