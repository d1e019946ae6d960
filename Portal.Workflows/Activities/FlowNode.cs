namespace Portal.Workflows.Activities;

/// <summary>A place in a flowchart that does nothing: branches pass through it.</summary>
internal sealed class FlowNode : ActivityType
{
    public override string Name => "Elsa.FlowNode";

    public override ActivityResult Execute(IActivityContext context) => ActivityResult.Done;
}
