using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

internal sealed class PublishEventActivity : ActivityType
{
    public override string Name => "Elsa.PublishEvent";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Add(new PublishEvent(
            context.InputText("eventName") ?? "", context.Input("payload"), Truth.Of(context.Input("isLocalEvent"))));
        return ActivityResult.Done;
    }
}
