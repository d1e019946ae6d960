
namespace Portal.Workflows.Activities;

internal sealed class SetOutput : ActivityType
{
    public override string Name => "Elsa.SetOutput";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.SetWorkflowOutput(context.InputText("outputName") ?? "", context.Input("outputValue"));
        return ActivityResult.Done;
    }
}
