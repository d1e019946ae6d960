using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>Section 13: for who asked, who writes and who decides; other members of the group, compliance nothing.</summary>
public sealed class AreaBriefingMatrix : AccessMatrix
{
    public override string ProcessKey => Briefings.Process;

    public override async Task TryAsync(TestPortal portal)
    {
        string[] readers = ["L1", "L4", "S11"];
        var asked = await portal.AskForBriefingAsync(request: Briefings.Request() with { Purpose = Judgement });
        await ActsAsync(portal, asked, ("draft", ["Submit"], ["S11"]), ("draft", ["Withdraw"], ["L4"]));
        await portal.MustAsync(asked, "draft", Trips.Lead, "Submit", Briefings.Draft(Judgement));
        await ReadsAsync(portal, asked, content: readers, restricted: readers, titles: [], partial: []);
        await ActsAsync(portal, asked, ("accept", ["AcceptBriefing", "Return", "Withdraw"], ["L4"]));
    }
}
