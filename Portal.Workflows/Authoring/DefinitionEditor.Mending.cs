using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <content>What mends a finding of the check in one act.</content>
public static partial class DefinitionEditor
{
    /// <summary>What mends a problem the usual way, made when it is asked for; null where there is no usual way.</summary>
    public static Func<WorkflowDefinition>? Mend(CompiledDefinition definition, Conduct conduct, Problem problem)
    {
        var step = problem.ActivityId is { } id ? definition.Find(id) : null;
        return problem.Code switch
        {
            "SilenceDecides" or "TimeoutRefused" when step is not null => () => WithoutTimeout(definition.Definition, step.Path),
            "OwnMatter" when step is not null => () => Without(definition.Definition, step.Path, UserTaskSpec.Interested),
            "InitiatorDecides" when step is not null => () => Without(definition.Definition, step.Path, "initiator"),
            "WrongPeople" when step?.FixedSpec is { } spec => () => WithPeople(definition.Definition, step, spec, conduct),
            "NotHeldUp" when step is not null => HoldUp(definition, step.Path, problem.Args[^1]),
            "EndsOpen" or "Stuck" when problem.Way is [.., { Kind: WayKind.Answer } last] => LedBack(definition, last),
            _ => null,
        };
    }

    // Time that runs out is told, and decides nothing.
    private static WorkflowDefinition WithoutTimeout(WorkflowDefinition definition, string path) => Change(definition, root =>
    {
        var (chart, step) = Find(root, path);
        step.Remove("enableTimeoutOutcome");
        step.Remove("onTimeout");
        Lead(chart, Text(step, "id")!, ["Timeout"], []);
    });

    private static WorkflowDefinition Without(WorkflowDefinition definition, string path, string who) => Change(definition, root =>
    {
        var (_, step) = Find(root, path);
        var excluded = Value(step, "excludedUsers") as JsonArray ?? [];
        Object(step, "excludedUsers", new JsonArray([.. excluded.Select(e => e?.DeepClone()), who]));
    });

    // Each outcome by those that its process lets decide; first of all by the one that the process names first.
    private static WorkflowDefinition WithPeople(
        WorkflowDefinition definition, CompiledActivity activity, UserTaskSpec spec, Conduct conduct) => Change(definition, root =>
    {
        Demand? Of(TaskAction action) => conduct.Demands.FirstOrDefault(d => d.IsAbout(action.Form ?? spec.Form, action.Key));
        JsonArray Allowed(IReadOnlyList<string> who, Demand demand) =>
            [.. who.Intersect(demand.Who).DefaultIfEmpty(demand.Who[0]).Select(w => (JsonNode)JsonValue.Create(w)!)];
        var (_, step) = Find(root, activity.Path);
        if (spec.Actions.Where(a => !a.IsOptional).Select(Of).FirstOrDefault(d => d is not null) is { } demand)
        {
            Object(step, "assignment", Allowed(spec.Who, demand));
            if (spec.OnTimeout.To.Except(demand.Who).Any())
            {
                step.Remove("onTimeout");
            }
        }

        var actions = (JsonArray)Value(step, "actionDefinitions")!;
        foreach (var action in spec.Actions.Where(a => a.IsOptional))
        {
            if (Of(action) is { } own)
            {
                actions.OfType<JsonObject>().First(a => Text(a, "key") == action.Key)["who"] = Allowed(action.Who, own);
            }
        }

        Object(step, "actionDefinitions", actions.DeepClone());
    });

    /// <summary>
    /// Puts a step that administrators added, with the condition in front of it, where all ways to another step have come together: then
    /// that one does not begin before it is answered.
    /// </summary>
    /// <param name="stepPath">The step that is to be waited for.</param>
    /// <param name="targetPath">The step that is to wait.</param>
    /// <returns>Null where the two do not lie in one chart, or nothing leads to the other.</returns>
    private static Func<WorkflowDefinition>? HoldUp(CompiledDefinition definition, string stepPath, string targetPath)
    {
        var (step, target) = (definition.At(stepPath), definition.At(targetPath));
        var added = ShippedProcesses.AddedTo(definition);
        if (step is null || target is null || ChartPath(stepPath) != ChartPath(targetPath) || target.ForwardInbound.Count == 0
            || step.Outbound.Find(c => c.To != step.Id) is not { } passes)
        {
            return null;
        }

        var asked = step.Inbound.Count == 1 && added.Contains(step.Inbound[0].From)
            && definition.At(ChartPath(stepPath) + step.Inbound[0].From) is { Node.Type: AutomaticSettings.Decision } decision
                ? decision : null;
        var first = asked ?? step;
        return () => Change(definition.Definition, root =>
        {
            var (chart, _) = Find(root, stepPath);
            Redirect(chart, first.Id, passes.To, from => from != step.Id);
            foreach (var connection in target.ForwardInbound)
            {
                Redirect(chart, target.Id, first.Id, from => from == connection.From && from != step.Id && from != first.Id);
            }

            Lead(chart, step.Id, [], [(passes.Port, target.Id)]);
            if (asked is not null)
            {
                Lead(chart, asked.Id, [], [.. asked.Outbound.Where(c => c.To != step.Id).Select(c => (c.Port, (string?)target.Id))]);
            }

            var at = Position(Find(root, targetPath).Step);
            Place(Find(root, ChartPath(stepPath) + first.Id).Step, at.X - StepWidth, at.Y - StepHeight);
            Place(Find(root, stepPath).Step, at.X - (asked is null ? StepWidth : 0), at.Y - (asked is null ? 1 : 2) * StepHeight);
        });
    }

    // The outcome leads again to where it leads in the process as it is shipped.
    private static Func<WorkflowDefinition>? LedBack(CompiledDefinition definition, WayStep last)
    {
        var to = ShippedProcesses.LeadsTo(definition.Definition.DefinitionId, last.Path, last.Outcome);
        var leads = definition.At(last.Path)?.Outbound.Find(c => c.Port == last.Outcome)?.To;
        if (to is null || to == leads || definition.At(ChartPath(last.Path) + to) is null)
        {
            return null;
        }

        return () => Change(definition.Definition, root =>
        {
            var (chart, step) = Find(root, last.Path);
            Lead(chart, Text(step, "id")!, [], [(last.Outcome, to)]);
        });
    }

    private static void Redirect(JsonObject chart, string from, string to, Func<string, bool> comesFrom)
    {
        foreach (var connection in Connections(chart)
            .Where(c => End(c, "target").Activity == from && End(c, "source").Activity is { } source && comesFrom(source)).ToList())
        {
            connection["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" };
        }
    }
}
