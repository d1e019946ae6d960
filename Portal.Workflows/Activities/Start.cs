
namespace Portal.Workflows.Activities;

internal sealed class Start : ActivityType
{
    public override string Name => "Elsa.Start";

    public override ActivityResult Execute(IActivityContext context) => ActivityResult.Done;
}
