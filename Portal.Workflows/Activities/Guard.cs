using Portal.Workflows.Engine;

namespace Portal.Workflows.Activities;

/// <summary>Demands a rule of the regulation. It cannot be passed when the rule does not hold.</summary>
internal sealed class Guard : ActivityType
{
    public override string Name => "Portal.Guard";

    public override ActivityResult Execute(IActivityContext context)
    {
        foreach (var rule in Rules(context.Activity))
        {
            context.Add(new DemandGuard(context.Activity.Id, rule));
        }

        return ActivityResult.Done;
    }

    /// <summary>The rules a guard names, e.g. <c>["R-TRIP-02","R-TRIP-03"]</c>; only fixed lists are read.</summary>
    public static IReadOnlyList<string> Rules(CompiledActivity activity) => activity.FixedList("rules");
}
