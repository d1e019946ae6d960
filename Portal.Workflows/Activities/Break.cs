
namespace Portal.Workflows.Activities;

internal sealed class Break : ActivityType
{
    public override string Name => "Elsa.Break";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => new EndsFlowchart("Done");
}
