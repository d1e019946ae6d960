using Portal.Domain.Areas;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class AreaReviewMatrix : AccessMatrix
{
    public override string ProcessKey => "review-suggestion-area";

    public override async Task TryAsync(TestPortal portal)
    {
        // A proposal with an individual in it.
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        var input = Reviews.Proposal(suggestions: Reviews.Suggestion(domain: WorkDomains.PartyOrgAndMembers)) with
        {
            Individuals = [Reviews.Individual() with { Domain = WorkDomains.PartyOrgAndMembers, Matter = Judgement }],
        };
        await portal.SubmittedAsync(id, input);
        await ReadsAsync(portal, id, content: ["L1", "L4", "S11", "S31", "S20"], restricted: ["L1", "L4", "S11", "S20"], titles: ["S37"],
            partial: ["S23"]);
        await ActsAsync(portal, id, ("leader", ["AgreeToDossier", "Return", "ForwardToHead"], ["L4"]), ("leader", ["Withdraw"], ["S11"]),
            ("leader", ["Extend"], ["S20"]));
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());

        // From here on the collective reads it: another deputy too.
        await ReadsAsync(portal, id, content: ["L1", "L4", "L3", "S11", "S31", "S20"], restricted: ["L1", "L4", "L3", "S11", "S20"],
            titles: ["S37"], partial: ["S23"]);
    }
}
