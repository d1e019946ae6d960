using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>Section 13: the group, the leader in charge, the head; what judges a person, whoever was there.</summary>
public sealed class GroupMeetingMatrix : AccessMatrix
{
    public override string ProcessKey => GroupMeetings.Process;

    public override async Task TryAsync(TestPortal portal)
    {
        string[] readers = ["L1", "L4", "S11", "S31"];
        var id = await portal.CallMeetingAsync();
        await ReadsAsync(portal, id, content: readers, restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);
        await ActsAsync(portal, id, ("minutes", ["Submit", "MoveDay", "CallOff"], ["S11"]));
        await portal.MustAsync(
            id, "minutes", Trips.Lead, "Submit", GroupMeetings.Minutes(GroupMeetings.Work()) with
            {
                AttendedIds = [Trips.Lead, "S33"],
                Shortcomings = [GroupMeetings.Found() with { Content = Judgement, ConcernsPersonnel = true }],
            });
        await ReadsAsync(portal, id, content: readers, restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);
        await ActsAsync(portal, id, ("work", ["FinishWork"], ["S31"]), ("work", ["ReassignWork", "DropWork"], ["S11"]));
    }
}
