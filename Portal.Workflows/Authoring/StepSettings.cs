using Portal.Workflows.Activities;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <summary>An outcome of a step, and where it leads.</summary>
/// <param name="To">Id of the next step in the same chart; null when it leads nowhere.</param>
public sealed record StepOutcome(string Key, string Label, bool CommentRequired, string? To);

/// <summary>What an administrator sets at a step, in plain values.</summary>
public sealed record StepSettings
{
    public string Title { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Instructions { get; init; } = "";

    public IReadOnlyList<string> Who { get; init; } = [];

    public DueRule? Due { get; init; }

    /// <summary>As a definition writes them: <c>-1</c>, <c>-1d@17:00</c>, <c>-2h</c>, <c>50%</c>; null for the parameter's.</summary>
    public IReadOnlyList<string>? Reminders { get; init; }

    public TimeoutRule OnTimeout { get; init; } = new();

    public IReadOnlyList<StepOutcome> Outcomes { get; init; } = [];

    public IReadOnlyList<ExtraField> Fields { get; init; } = [];

    /// <summary>Key of the step's form; null for a step that is answered by its outcome alone.</summary>
    public string? Form { get; init; }

    public IReadOnlyList<string> RequiredFields { get; init; } = [];

    public IReadOnlyList<string> HiddenFields { get; init; } = [];

    /// <summary>Clause codes.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];
}

/// <summary>One step of a definition as people read it: in order, with its place.</summary>
/// <param name="Path">As <see cref="CompiledActivity.Path"/>.</param>
/// <param name="Depth">Charts around it: 0 on the first level.</param>
/// <param name="Settings">Null for an automatic step, and for a human one whose settings are computed.</param>
/// <param name="Leads">Ports and the titles they lead to.</param>
public sealed record OutlineStep(string Path, string Id, string Type, string Title, int Depth, bool IsHuman, StepSettings? Settings, IReadOnlyList<(string Port, string To, string ToTitle)> Leads);

/// <summary>A definition read as a list of steps.</summary>
public static class Outline
{
    /// <summary>Every activity in reading order: from the start on along the forward ways, what is inside a loop after it.</summary>
    public static IReadOnlyList<OutlineStep> Of(CompiledDefinition definition)
    {
        var steps = new List<OutlineStep>();
        if (definition.Root.Chart is { } chart)
        {
            Add(chart, 0, steps);
        }

        return steps;
    }

    private static void Add(FlowGraph chart, int depth, List<OutlineStep> steps)
    {
        foreach (var activity in InOrder(chart))
        {
            var leads = activity.Outbound.Select(c => (c.Port, c.To, chart.Activities.TryGetValue(c.To, out var to) ? to.Node.DisplayName : c.To)).ToList();
            steps.Add(new OutlineStep(activity.Path, activity.Id, activity.Node.Type, activity.Node.DisplayName, depth, activity.Type is UserTaskActivity, SettingsOf(activity), leads));
            if (activity.Chart is { } inner)
            {
                Add(inner, depth + 1, steps);
            }
        }
    }

    // By the longest way from the start, backward connections left out; what is not reached comes last.
    private static IEnumerable<CompiledActivity> InOrder(FlowGraph chart)
    {
        var rank = new Dictionary<string, int>();
        foreach (var activity in chart.Activities.Values.OrderBy(a => a.Upstream.Count))
        {
            rank[activity.Id] = activity.ForwardInbound.Select(c => rank.GetValueOrDefault(c.From) + 1).DefaultIfEmpty(activity == chart.Start ? 0 : 1000).Max();
        }

        return chart.Activities.Values.OrderBy(a => rank[a.Id]);
    }

    private static StepSettings? SettingsOf(CompiledActivity activity) => activity.FixedSpec is not { } spec ? null : new StepSettings
    {
        Title = spec.Title,
        Instructions = spec.Instructions,
        Who = spec.Who,
        Due = spec.Due,
        Reminders = spec.Reminders is null ? null : activity.FixedList("reminders"),
        OnTimeout = spec.OnTimeout,
        Outcomes = [.. spec.Actions.Select(a => new StepOutcome(a.Key, a.Label, a.CommentRequired, activity.Outbound.Find(c => c.Port == a.Key)?.To))],
        Fields = spec.Fields,
        Form = spec.Form,
        RequiredFields = spec.RequiredFields,
        HiddenFields = spec.HiddenFields,
        LegalBasis = spec.LegalBasis,
    };
}
