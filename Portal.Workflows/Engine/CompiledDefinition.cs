using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Engine;

/// <summary>A definition, ready to run. Immutable; build it once per version.</summary>
public sealed class CompiledDefinition
{
    private readonly Dictionary<string, CompiledActivity> _byId = [];

    public CompiledDefinition(WorkflowDefinition definition)
    {
        Definition = definition;
        Accessors = new Accessors(definition);
        Root = CompiledActivity.OfRoot(definition.Root);
        foreach (var activity in All)
        {
            _byId.TryAdd(activity.Id, activity);
        }
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>The functions that it gives to its scripts.</summary>
    internal Accessors Accessors { get; }

    /// <summary>The outermost flowchart; a root that is a single activity is the only one in it.</summary>
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

    /// <summary>The activity at a path; null when the definition has none there.</summary>
    public CompiledActivity? At(string path) => path.LastIndexOf('/') is var end && end < 0
        ? Root.Chart?.Activities.GetValueOrDefault(path)
        : Chart(path[..end])?.Activities.GetValueOrDefault(path[(end + 1)..]);

    /// <summary>An activity by its id; of several with one id in different flowcharts, the first.</summary>
    public CompiledActivity? Find(string activityId) => _byId.GetValueOrDefault(activityId);

    private static IEnumerable<CompiledActivity> Below(FlowGraph? chart) =>
        chart is null ? [] : chart.Activities.Values.SelectMany(a => Below(a.Chart).Prepend(a));
}
