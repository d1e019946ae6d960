using System.Text.Json.Nodes;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

/// <summary>
/// Starts a case of another process for each item of <c>items</c>; with <c>waitForCompletion</c> it is done when the last of them
/// has ended, however it ended.
/// </summary>
internal sealed class BulkDispatchWorkflows : ActivityType
{
    public override string Name => "Elsa.BulkDispatchWorkflows";

    public override bool AnyOutcomeSuffices => true;

    /// <summary>Branches of it that run once for each child; the portal does not run them.</summary>
    public static IReadOnlyList<string> ChildPorts { get; } = ["childCompleted", "childFaulted"];

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context)
    {
        if (context.InputText("workflowDefinitionId") is not { Length: > 0 } definition
            || context.Input("items") is not (null or JsonArray))
        {
            return new Faults("Fault", "No workflow, or no list of items, to dispatch.");
        }

        JsonNode?[] items = [.. context.Input("items") as JsonArray ?? []];
        var key = context.InputText("defaultItemInputKey") is { Length: > 0 } named ? named : "Item";
        var children = new DispatchChildren(null, definition, items,
            DispatchWorkflow.InputFrom(context.Input("input") as JsonObject, context), key, context.InputText("correlationId"));
        if (items.Length > 0 && Truth.Of(context.Input("waitForCompletion")))
        {
            return new Wait(new ChildrenWait { Left = items.Length }, id => children with { WaitId = id });
        }

        context.Add(children);
        return ActivityResult.Done;
    }

    /// <summary>When the last child has ended.</summary>
    public static readonly string[] AllEnded = ["Completed", "Done"];

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity) => ["Completed", "Canceled", "Done"];
}
