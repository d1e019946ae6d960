using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

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
