using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

/// <content>What is done in the drawing: moved, laid out, taken away, copied, several at once.</content>
public static partial class DefinitionEditor
{
    /// <summary>Notes in a step's metadata that people placed it: Elsa's designer keeps what it does not know there.</summary>
    private const string Placed = "placedByHand";

    /// <summary>Moves steps by so many points; they stay where people put them when the chart is laid out.</summary>
    public static WorkflowDefinition Move(WorkflowDefinition definition, IReadOnlyList<string> paths, double dx, double dy) =>
        Change(definition, root =>
        {
            foreach (var path in paths)
            {
                var step = Find(root, path).Step;
                var at = Position(step);
                Place(step, Math.Round(at.X + dx), Math.Round(at.Y + dy));
                Meta(step)[Placed] = true;
            }
        });

    /// <summary>Lays every chart of the definition out.</summary>
    /// <param name="all">Also the steps that people placed.</param>
    public static WorkflowDefinition Arrange(WorkflowDefinition definition, bool all) => Change(definition, root =>
    {
        var compiled = new CompiledDefinition(definition);
        foreach (var chart in Charts(compiled))
        {
            var pinned = all ? [] : chart.Activities.Values.Where(a => IsPlaced(a.Node.Json)).Select(a => a.Id).ToHashSet();
            foreach (var (id, (x, y)) in ChartLayout.Of(chart, pinned))
            {
                var step = Find(root, chart.Activities[id].Path).Step;
                Place(step, x, y);
                if (all)
                {
                    Meta(step).Remove(Placed);
                }
            }
        }
    });

    /// <summary>People placed some of its steps by hand.</summary>
    public static bool HasPlaced(CompiledDefinition definition) => definition.All.Any(a => IsPlaced(a.Node.Json));

    /// <summary>Takes steps and connections away. What led to a step leads to where its first outcome led.</summary>
    /// <param name="paths">Steps.</param>
    /// <param name="lines">Connections, each by the step it leaves and the outcome.</param>
    public static WorkflowDefinition Remove(
        WorkflowDefinition definition, IReadOnlyList<string> paths, IReadOnlyList<(string Path, string Port)> lines) =>
        Change(definition, root =>
        {
            foreach (var (path, port) in lines.Where(l => !paths.Contains(l.Path)))
            {
                var (chart, step) = Find(root, path);
                Lead(chart, Text(step, "id")!, [], [(port, null)]);
            }

            foreach (var path in paths)
            {
                Remove(root, path);
            }
        });

    /// <summary>
    /// Steps of a definition, of this or another one, with their settings and the connections between them; what leads elsewhere is not
    /// copied. They stand below all others, as they stood to each other.
    /// </summary>
    /// <param name="sourcePaths">Of one chart; steps that are gone are left out, and the start: a chart has one.</param>
    /// <param name="chartPath">The chart into which they are copied; empty for the process itself.</param>
    /// <returns>Paths of the copies, in the order of <paramref name="sourcePaths"/>.</returns>
    public static (WorkflowDefinition Definition, IReadOnlyList<string> Paths) CopyFrom(
        WorkflowDefinition definition, WorkflowDefinition source, IReadOnlyList<string> sourcePaths, string chartPath = "")
    {
        var ids = new Dictionary<string, string>();
        var changed = Change(definition, root =>
        {
            var from = (JsonObject)source.Json["root"]!.DeepClone();
            Node.Modernise(from);
            var into = chartPath.Length == 0 ? root : InnerChart(root, chartPath);
            var found = sourcePaths.Select(p => TryFind(from, p)).OfType<(JsonObject Chart, JsonObject Step)>()
                .Where(f => Text(f.Step, "type") != "Elsa.Start")
                .ToList();
            if (found.Count == 0)
            {
                return;
            }

            var (left, top) = (found.Min(f => Position(f.Step).X), found.Min(f => Position(f.Step).Y));
            var below = Activities(into).OfType<JsonObject>().Select(a => Position(a).Y + StepHeight).DefaultIfEmpty(0).Max();
            foreach (var (_, step) in found)
            {
                var copy = (JsonObject)step.DeepClone();
                var id = FreeId(root, Text(copy, "id")!);
                ids[Text(copy, "id")!] = id;
                (copy["id"], copy["name"]) = (id, id);
                copy.Remove("nodeId");
                var at = Position(step);
                Place(copy, at.X - left, below + at.Y - top);
                Activities(into).Add((JsonNode)copy);
            }

            foreach (var connection in Connections(found[0].Chart))
            {
                var (leaves, arrives) = (End(connection, "source"), End(connection, "target"));
                if (ids.TryGetValue(leaves.Activity ?? "", out var start) && ids.TryGetValue(arrives.Activity ?? "", out var end))
                {
                    Connect(into, start, leaves.Port ?? "Done", end);
                }
            }
        });
        return (changed, [.. ids.Values.Select(id => chartPath.Length == 0 ? id : $"{chartPath}/{id}")]);
    }

    private static IEnumerable<FlowGraph> Charts(CompiledDefinition definition) =>
        new[] { definition.Root.Chart }.Concat(definition.All.Select(a => a.Chart)).OfType<FlowGraph>()
            .Where(c => c.Activities.Count > 0)
            .Distinct();

    private static bool IsPlaced(JsonObject step) =>
        step["metadata"]?[Placed] is JsonValue v && v.TryGetValue<bool>(out var placed) && placed;

    private static JsonObject InnerChart(JsonObject root, string path)
    {
        var step = Find(root, path).Step;
        return step["body"] as JsonObject ?? step;
    }

    private static (JsonObject Chart, JsonObject Step)? TryFind(JsonObject root, string path)
    {
        try
        {
            return Find(root, path);
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }
}
