using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

internal sealed class RunTask : ActivityType
{
    public override string Name => "Elsa.RunTask";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context)
    {
        var (name, payload) = (context.InputText("taskName") ?? "", context.Input("payload"));
        return new Wait(new ReportWait { TaskName = name }, id => new RequestTask(id, name, payload));
    }
}
