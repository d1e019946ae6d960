using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.FieldTrips.Demo;

/// <summary>Plans and trips of the last months, with the story cases of P1.</summary>
internal sealed class TripStories : IDemoStory
{
    public IEnumerable<DemoScript> Scripts(DemoStage stage, int seed, int months)
    {
        var trips = new DemoTrips(stage, seed, months);
        var plans = new DemoPlans(stage, trips.Planned, months);
        return plans.Scripts().Concat(trips.Scripts(plans));
    }
}
