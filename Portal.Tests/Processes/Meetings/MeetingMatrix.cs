using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class MeetingMatrix : AccessMatrix
{
    public override string ProcessKey => "meeting-attendance";

    public override async Task TryAsync(TestPortal portal)
    {
        // A meeting with a judgement of people in its notes.
        var id =
            await portal.NotedAsync(MeetingRoad.MemberGoes(), MeetingRoad.Notes() with { Remarks = Judgement, Share = "Nội dung chia sẻ" });
        await ReadsAsync(
            portal, id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11", "S31"], titles: ["S37"], partial: ["S03"]);
        await ActsAsync(
            portal, id, ("leadReview", ["LeadSeen", "RequestSupplement"], ["S11"]), ("share", ["Read"], ["S11"]),
            ("reply", ["Replied", "Skip"], ["S03"]), ("follow", ["Move", "Withdraw"], ["S11"]));
    }
}
