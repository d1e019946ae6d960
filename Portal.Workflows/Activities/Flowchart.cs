using System.Text.Json.Nodes;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

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
