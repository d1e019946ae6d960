using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Activities;

internal sealed class Start : ActivityType
{
    public override string Name => "Elsa.Start";

    public override ActivityResult Execute(IActivityContext context) => ActivityResult.Done;
}

internal sealed class End : ActivityType
{
    public override string Name => "Elsa.End";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => new EndsFlowchart("Done");
}

internal sealed class Complete : ActivityType
{
    public override string Name => "Elsa.Complete";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => context.Input("outcomes") switch
    {
        JsonArray array when array.Count > 0 => new EndsFlowchart([.. array.Select(o => o?.ToString() ?? "Done")]),
        JsonValue value when value.TryGetValue<string>(out var one) && one.Length > 0 => new EndsFlowchart(one),
        _ => new EndsFlowchart("Done"),
    };
}

internal sealed class Break : ActivityType
{
    public override string Name => "Elsa.Break";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => new EndsFlowchart("Done");
}

internal sealed class Finish : ActivityType
{
    public override string Name => "Elsa.Finish";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => new EndsInstance();
}

internal sealed class Fault : ActivityType
{
    public override string Name => "Elsa.Fault";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) =>
        new Faults("Fault", context.InputText("message") ?? context.Activity.Node.DisplayName);
}

internal sealed class Flowchart : ActivityType
{
    public override string Name => "Elsa.Flowchart";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context) => new EntersFlowchart();

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity) =>
        [.. activity.Node.Activities.Where(a => a.Type == "Elsa.Complete")
            .SelectMany(a => a.Input("outcomes") is { } input && input.Type is "Object" or "Literal"
                ? input.Value switch
                {
                    JsonArray array => array.Select(o => o?.ToString() ?? ""),
                    JsonValue v when v.TryGetValue<string>(out var text) => text.StartsWith('[')
                        ? (JsonNode.Parse(text) as JsonArray ?? []).Select(o => o?.ToString() ?? "") : [text],
                    _ => [],
                }
                : [])
            .Concat(IsDrained(activity) ? ["Done"] : []).Distinct()];

    // "Done" is left for a chart in which some branch ends without saying how.
    private static bool IsDrained(CompiledActivity activity) =>
        activity.Chart is not { } chart || chart.Activities.Values.Any(a => a.Type is not Complete && a.Outbound.Count == 0);
}

/// <summary>
/// Runs its body once for each item of <c>items</c>, all at the same time; done when every one is. The body reads its item
/// as <c>CurrentValue</c> and its place as <c>CurrentIndex</c>.
/// </summary>
internal sealed class ParallelForEach : ActivityType
{
    public override string Name => "Elsa.ParallelForEach";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context) => context.Input("items") switch
    {
        null => new EntersEach([]),
        JsonArray items => new EntersEach([.. items]),
        _ => new Faults("Fault", "The items are no list."),
    };
}

internal sealed class FlowDecision : ActivityType
{
    public override string Name => "Elsa.FlowDecision";

    public override ActivityResult Execute(IActivityContext context) =>
        ActivityResult.With(Truth.Of(context.Input("condition")) ? "True" : "False");

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity) => ["True", "False"];
}

internal static class Truth
{
    public static bool Of(JsonNode? value) => value is JsonValue v
        && (v.TryGetValue<bool>(out var flag) ? flag : v.TryGetValue<string>(out var text) && bool.TryParse(text, out var parsed) && parsed);
}

internal sealed class FlowSwitch : ActivityType
{
    public override string Name => "Elsa.FlowSwitch";

    public override ActivityResult Execute(IActivityContext context)
    {
        var matchAny = context.InputText("mode") == "MatchAny";
        var matched = new List<string>();
        foreach (var (label, condition) in Cases(context.Activity.Node))
        {
            if (condition is not null && Truth.Of(ExpressionEvaluator.Evaluate(condition, context.Scope)))
            {
                matched.Add(label);
                if (!matchAny)
                {
                    break;
                }
            }
        }

        return matched.Count == 0 ? ActivityResult.With("Default") : new Completed([.. matched]);
    }

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity) =>
        [.. Cases(activity.Node).Select(c => c.Label), "Default"];

    public override IEnumerable<(string Place, InputValue Expression)> InnerExpressions(ActivityNode node) =>
        Cases(node).Where(c => c.Condition is not null).Select(c => ($"cases[{c.Label}]", c.Condition!));

    private static IEnumerable<(string Label, InputValue? Condition)> Cases(ActivityNode node) =>
        (node.Json["cases"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(c => (Node.Text(c, "label") ?? "", InputValue.ReadExpression(c["condition"])));
}

internal sealed class FlowFork : ActivityType
{
    public override string Name => "Elsa.FlowFork";

    public override ActivityResult Execute(IActivityContext context) =>
        new Completed([.. (context.Input("branches") as JsonArray ?? []).Select(b => b?.ToString() ?? "")]);

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity)
    {
        var value = activity.Node.Input("branches")?.Value;
        try
        {
            var branches = value is JsonValue v && v.TryGetValue<string>(out var text) ? JsonNode.Parse(text) : value;
            return branches is JsonArray array ? [.. array.Select(b => b?.ToString() ?? "")] : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>Its waiting is done by the merge mode that its <c>mode</c> input stands for.</summary>
internal sealed class FlowJoin : ActivityType
{
    public override string Name => "Elsa.FlowJoin";

    public override ActivityResult Execute(IActivityContext context) => ActivityResult.Done;
}
