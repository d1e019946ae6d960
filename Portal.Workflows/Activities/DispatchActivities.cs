using System.Text.Json.Nodes;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

/// <summary>
/// Starts one case of another process. <c>Elsa.DispatchWorkflow</c> goes on at once, or with <c>waitForCompletion</c> when the case has
/// ended, with its outputs as result. <c>Elsa.ExecuteWorkflow</c> runs it until it rests first, and reports how it stands; with
/// <c>waitForCompletion</c> when it has ended.
/// </summary>
internal sealed class DispatchWorkflow(string name) : ActivityType
{
    public const string Inline = "Elsa.ExecuteWorkflow";

    public override string Name => name;

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context)
    {
        var given = context.Input("input");
        if (context.InputText("workflowDefinitionId") is not { Length: > 0 } definition || given is not (null or JsonObject))
        {
            return new Faults("Fault", "No workflow to start, or an input that is no object.");
        }

        var isInline = name == Inline;
        var input = InputFrom(isInline && given is not JsonObject { Count: > 0 } ? context.WorkflowInput : (JsonObject?)given, context);
        var child = new DispatchChildren(null, definition, [input], input, null, isInline ? context.Scope.CorrelationId : context.InputText("correlationId"));
        var waits = Truth.Of(context.Input("waitForCompletion"));
        if (waits || isInline)
        {
            return new Wait(new ChildrenWait { Left = 1 }, id => child with { WaitId = id, AtOnce = !waits });
        }

        context.Add(child);
        return ActivityResult.Done;
    }

    /// <summary>What the activity's <c>result</c> holds of a report.</summary>
    public JsonNode? ResultOf(JsonObject? report) => name == Inline ? report : report?["output"];

    /// <summary>The input that an activity hands over, with the case it comes from.</summary>
    public static JsonObject InputFrom(JsonObject? given, IActivityContext context)
    {
        var input = (JsonObject?)given?.DeepClone() ?? [];
        input["ParentInstanceId"] = context.Scope.InstanceId;
        return input;
    }
}

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
        if (context.InputText("workflowDefinitionId") is not { Length: > 0 } definition || context.Input("items") is not (null or JsonArray))
        {
            return new Faults("Fault", "No workflow, or no list of items, to dispatch.");
        }

        JsonNode?[] items = [.. context.Input("items") as JsonArray ?? []];
        var key = context.InputText("defaultItemInputKey") is { Length: > 0 } named ? named : "Item";
        var children = new DispatchChildren(null, definition, items, DispatchWorkflow.InputFrom(context.Input("input") as JsonObject, context), key, context.InputText("correlationId"));
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
