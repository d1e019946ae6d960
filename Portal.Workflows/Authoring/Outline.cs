using Portal.Workflows.Activities;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

/// <summary>A definition read as a list of steps.</summary>
public static class Outline
{
    /// <summary>Every activity in reading order: from the start on along the forward connections, what is inside a loop after it.</summary>
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
            var leads = activity.Outbound
                .Select(c => (c.Port, c.To, chart.Activities.TryGetValue(c.To, out var to) ? to.Node.DisplayName : c.To))
                .ToList();
            steps.Add(new OutlineStep(activity.Path, activity.Id, activity.Node.Type, activity.Node.DisplayName, depth,
                activity.Type is UserTaskActivity, SettingsOf(activity), leads));
            if (activity.Chart is { } inner)
            {
                Add(inner, depth + 1, steps);
            }
        }
    }

    // By the longest way from the start, backward connections left out; what is not reached comes last.
    private static IEnumerable<CompiledActivity> InOrder(FlowGraph chart)
    {
        var rank = chart.Distances(apart: 1000);
        return chart.Activities.Values.OrderBy(a => rank[a.Id]);
    }

    private static StepSettings? SettingsOf(CompiledActivity activity)
    {
        if (activity.FixedSpec is not { } spec)
        {
            return null;
        }

        return new StepSettings
        {
            Title = spec.Title,
            Instructions = spec.Instructions,
            Who = spec.Who,
            Due = spec.Due,
            Reminders = spec.Reminders is null ? null : activity.FixedList("reminders"),
            OnTimeout = spec.OnTimeout,
            TimeoutTarget = spec.EnableTimeoutOutcome ? activity.Outbound.Find(c => c.Port == "Timeout")?.To : null,
            Outcomes = [.. spec.Actions
                .Select(a => new StepOutcome(a.Key, a.Label, a.CommentRequired, activity.Outbound.Find(c => c.Port == a.Key)?.To))],
            Fields = spec.Fields,
            Form = spec.Form,
            RequiredFields = spec.RequiredFields,
            HiddenFields = spec.HiddenFields,
            LegalBasis = spec.LegalBasis,
        };
    }
}
