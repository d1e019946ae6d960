using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class TripPlanMatrix : AccessMatrix
{
    public override string ProcessKey => "monthly-trip-plan";

    public override async Task TryAsync(TestPortal portal)
    {
        var id = await portal.OpenPlanAsync();
        await ReadsAsync(portal, id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);
        await ActsAsync(portal, id, ("draft", ["Submit"], ["S11"]));
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan());
        await ActsAsync(portal, id, ("review", ["AcknowledgeWithDirective", "Return", "Decline"], ["L4"]));
    }
}
