using System.Text.Json.Nodes;

namespace Portal.Workflows.Activities;

/// <summary>
/// Runs its body once for each item of <c>items</c>, all at the same time; done when every one is. The body reads its item
/// as <c>CurrentValue</c> and its place as <c>CurrentIndex</c>.
/// </summary>
internal sealed class ParallelForEach : ActivityType
{
    public override string Name => "Elsa.ParallelForEach";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context) => context.Input("items") switch
    {
        null => new EntersEach([]),
        JsonArray items => new EntersEach([.. items]),
        _ => new Faults("Fault", "The items are no list."),
    };
}
