
namespace Portal.Workflows.Activities;

internal sealed class Finish : ActivityType
{
    public override string Name => "Elsa.Finish";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => new EndsInstance();
}
