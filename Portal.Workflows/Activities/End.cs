
namespace Portal.Workflows.Activities;

internal sealed class End : ActivityType
{
    public override string Name => "Elsa.End";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) => new EndsFlowchart("Done");
}
