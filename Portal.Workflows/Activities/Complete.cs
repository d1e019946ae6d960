using System.Text.Json.Nodes;

namespace Portal.Workflows.Activities;

/// <summary>
/// Ends the whole workflow, also from inside a nested flowchart, as Elsa does. A nested flowchart that has a way out by the outcome is left
/// by it instead: definitions of before, whose cases may still run, end a nested flowchart so.
/// </summary>
internal sealed class Complete : ActivityType
{
    public override string Name => "Elsa.Complete";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => context.Input("outcomes") switch
    {
        JsonArray array when array.Count > 0 => new EndsWorkflow([.. array.Select(o => o?.ToString() ?? "Done")]),
        JsonValue value when value.TryGetValue<string>(out var one) && one.Length > 0 => new EndsWorkflow(one),
        _ => new EndsWorkflow("Done"),
    };
}
