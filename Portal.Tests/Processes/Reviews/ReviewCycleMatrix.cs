using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class ReviewCycleMatrix : AccessMatrix
{
    public override string ProcessKey => "review-suggestion-annual";

    public override async Task TryAsync(TestPortal portal)
    {
        var id = await portal.CycleAsync();
        await ReadsAsync(
            portal, id, content: ["L1", "L4", "L3", "S20"], restricted: ["L1", "L4", "L3", "S20"], titles: ["S37"], partial: []);
    }
}
