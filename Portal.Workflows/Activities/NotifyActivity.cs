using System.Text.Json.Nodes;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

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
