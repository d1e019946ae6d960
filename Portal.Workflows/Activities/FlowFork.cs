using System.Text.Json.Nodes;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

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
