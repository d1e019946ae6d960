
namespace Portal.Workflows.Activities;

internal sealed class Correlate : ActivityType
{
    public override string Name => "Elsa.Correlate";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Correlate(context.InputText("correlationId") ?? "");
        return ActivityResult.Done;
    }
}
