using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class FeedbackMatrix : AccessMatrix
{
    public override string ProcessKey => "regulation-feedback";

    public override async Task TryAsync(TestPortal portal)
    {
        var id = (await portal.StartAsync("regulation-feedback", "S31", FeedbackRoad.Input())).Value.CaseId;
        await ReadsAsync(
            portal, id, content: ["L1", "L4", "L3", "S31", "S37"], restricted: ["L1", "L4", "L3", "S37"], titles: [], partial: []);
        await ActsAsync(portal, id, ("consider", ["Consider"], ["S37"]));
        await portal.MustAsync(id, "consider", "S37", "Consider", FeedbackRoad.Assessment());
        await ActsAsync(portal, id, ("decide", ["Accept", "Reject"], ["L1"]));
    }
}
