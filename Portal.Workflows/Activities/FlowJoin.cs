
namespace Portal.Workflows.Activities;

/// <summary>Its waiting is done by the merge mode that its <c>mode</c> input stands for.</summary>
internal sealed class FlowJoin : ActivityType
{
    public override string Name => "Elsa.FlowJoin";

    public override ActivityResult Execute(IActivityContext context) => ActivityResult.Done;
}
