using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Engine;

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

    /// <summary>The longest way from the start to each activity, in steps, backward connections left out.</summary>
    /// <param name="apart">Of what nothing leads to, beside the start.</param>
    public Dictionary<string, int> Distances(int apart)
    {
        var distances = new Dictionary<string, int>();
        foreach (var activity in Activities.Values.OrderBy(a => a.Upstream.Count))
        {
            distances[activity.Id] = activity.ForwardInbound
                .Select(c => distances.GetValueOrDefault(c.From) + 1)
                .DefaultIfEmpty(activity == Start ? 0 : apart)
                .Max();
        }

        return distances;
    }

    private CompiledActivity? FindStart(string? start) =>
        (start is { } id && Activities.TryGetValue(id, out var named) ? named : null)
        ?? Activities.Values.FirstOrDefault(a => a.Node.Type == "Elsa.Start")
        ?? Activities.Values.FirstOrDefault(a => a.Node.Json["customProperties"] is JsonObject c
            && c["canStartWorkflow"] is JsonValue v
            && v.TryGetValue<bool>(out var can)
            && can)
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
