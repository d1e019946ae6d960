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
        var child = new DispatchChildren(
            null, definition, [input], input, null, isInline ? context.Scope.CorrelationId : context.InputText("correlationId"));
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
