using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

internal sealed class WriteLineActivity : ActivityType
{
    public override string Name => "Elsa.WriteLine";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Add(new WriteLine(context.InputText("text") ?? ""));
        return ActivityResult.Done;
    }
}
