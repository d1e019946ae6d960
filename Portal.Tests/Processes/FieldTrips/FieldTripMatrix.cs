using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class FieldTripMatrix : AccessMatrix
{
    public override string ProcessKey => "field-trip";

    public override async Task TryAsync(TestPortal portal)
    {
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).Value.CaseId;
        await ReadsAsync(portal, id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);
        await ActsAsync(
            portal, id, ("review", ["Acknowledge", "AcknowledgeWithDirective", "Return", "Decline"], ["L4"]),
            ("review", ["Withdraw"], ["S31"]),
            ("review", ["Cancel"], ["S11", "S31", "L4"]), ("review", ["OralReport"], ["S11", "S31"]));
    }
}
