using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

internal sealed class Flowchart : ActivityType
{
    public override string Name => "Elsa.Flowchart";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context) => new EntersFlowchart();

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity) =>
        [.. activity.Node.Activities
            .Where(a => a.Type == "Elsa.Complete")
            .SelectMany(OutcomesSaidBy)
            .Concat(IsDrained(activity) ? ["Done"] : [])
            .Distinct()];

    private static IEnumerable<string> OutcomesSaidBy(ActivityNode complete)
    {
        if (complete.Input("outcomes") is not { Type: "Object" or "Literal" } input)
        {
            return [];
        }

        return input.Value switch
        {
            JsonArray array => TextsOf(array),
            JsonValue v when v.TryGetValue<string>(out var text) =>
                text.StartsWith('[') ? TextsOf(JsonNode.Parse(text) as JsonArray ?? []) : [text],
            _ => [],
        };
    }

    private static IEnumerable<string> TextsOf(JsonArray array) => array.Select(o => o?.ToString() ?? "");

    // "Done" is left for a chart in which some branch ends without saying how.
    private static bool IsDrained(CompiledActivity activity) =>
        activity.Chart is not { } chart || chart.Activities.Values.Any(a => a.Type is not Complete && a.Outbound.Count == 0);
}
