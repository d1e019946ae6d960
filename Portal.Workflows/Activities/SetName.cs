
namespace Portal.Workflows.Activities;

internal sealed class SetName : ActivityType
{
    public override string Name => "Elsa.SetName";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.SetInstanceName(context.InputText("value") ?? context.InputText("name") ?? "");
        return ActivityResult.Done;
    }
}
