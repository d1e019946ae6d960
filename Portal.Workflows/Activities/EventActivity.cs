using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

internal sealed class EventActivity : ActivityType
{
    public override string Name => "Elsa.Event";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context) =>
        new Wait(new EventWait { Name = context.InputText("eventName") ?? "" });
}
