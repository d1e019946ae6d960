using System.Text.Json.Nodes;

namespace Portal.Workflows.Activities;

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
