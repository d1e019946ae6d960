
namespace Portal.Workflows.Activities;

internal sealed class Fault : ActivityType
{
    public override string Name => "Elsa.Fault";

    public override bool IsTerminal => true;

    public override ActivityResult Execute(IActivityContext context) =>
        new Faults("Fault", context.InputText("message") ?? context.Activity.Node.DisplayName);
}
