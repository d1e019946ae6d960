using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

internal sealed class FlowSwitch : ActivityType
{
    public override string Name => "Elsa.FlowSwitch";

    public override ActivityResult Execute(IActivityContext context)
    {
        var matchAny = context.InputText("mode") == "MatchAny";
        var matched = new List<string>();
        foreach (var (label, condition) in Cases(context.Activity.Node))
        {
            if (condition is not null && Truth.Of(context.Evaluate(condition, "condition")))
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
