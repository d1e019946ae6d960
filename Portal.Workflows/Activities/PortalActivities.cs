using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Activities;

/// <summary>
/// A human step. <c>Portal.UserTask</c> leaves through the port of the answer; Elsa's own <c>Elsa.UserTask</c> leaves through
/// <c>Done</c> and puts the answer into its <c>result</c>.
/// </summary>
internal sealed class UserTaskActivity(string name) : ActivityType
{
    public const string ElsaName = "Elsa.UserTask";

    public override string Name => name;

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context)
    {
        try
        {
            var spec = context.Activity.FixedSpec ?? UserTaskSpec.From(context.Input);
            return new Wait(new TaskWait(), id => new OpenTask(id, context.Activity.Id, spec));
        }
        catch (JsonException e)
        {
            return new Faults("Fault", $"The step's settings cannot be read: {e.Message}");
        }
    }

    public override IReadOnlyList<string>? Outcomes(CompiledActivity activity)
    {
        var spec = activity.FixedSpec;
        return spec is null ? null
            : name == ElsaName ? [.. spec.EnableTimeoutOutcome ? ["Done", "Timeout"] : new[] { "Done" }]
            : [.. spec.Outcomes];
    }
}

/// <summary>Demands a rule of the regulation. It cannot be passed when the rule does not hold.</summary>
internal sealed class Guard : ActivityType
{
    public override string Name => "Portal.Guard";

    public override ActivityResult Execute(IActivityContext context)
    {
        foreach (var rule in Rules(context.Activity))
        {
            context.Add(new DemandGuard(context.Activity.Id, rule));
        }

        return ActivityResult.Done;
    }

    /// <summary>The rules a guard names, e.g. <c>["R-TRIP-02","R-TRIP-03"]</c>; only fixed lists are read.</summary>
    public static IReadOnlyList<string> Rules(CompiledActivity activity) => activity.FixedList("rules");
}

/// <summary>Calls a verb of the process.</summary>
internal sealed class Act : ActivityType
{
    /// <summary>The verb that ends a process: every path to it passes the guards that the regulation demands.</summary>
    public const string Closing = "close";

    public override string Name => "Portal.Act";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Add(new DemandAct(context.Activity.Id, context.InputText("act") ?? ""));
        return ActivityResult.Done;
    }
}

/// <summary>Tells people; never what a case says, only that and where.</summary>
internal sealed class NotifyActivity : ActivityType
{
    public override string Name => "Portal.Notify";

    public override ActivityResult Execute(IActivityContext context)
    {
        var who = (context.Input("to") as JsonArray ?? []).Select(w => w?.ToString() ?? "").Where(w => w.Length > 0);
        context.Add(new Notify(context.Activity.Id, [.. who], context.InputText("kind") ?? "Changed"));
        return ActivityResult.Done;
    }
}
