using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class LeaderTaskMatrix : AccessMatrix
{
    public override string ProcessKey => "leader-task";

    public override async Task TryAsync(TestPortal portal)
    {
        var id = (await portal.StartAsync("leader-task", Trips.Leader, new LeaderTaskInput
        {
            Secrecy = SecrecyGate.No,
            Content = "Nắm tình hình đại hội chi bộ ấp",
            AssigneeId = Trips.Member,
            AreaId = "A017",
            Due = new DateOnly(2026, 10, 30),
        })).Value.CaseId;
        await ReadsAsync(portal, id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);

        // Given to a group that does not watch the area: its members read it by name, beside the group that does.
        var ofGroup = (await portal.StartAsync("leader-task", Trips.Leader, new LeaderTaskInput
        {
            Secrecy = SecrecyGate.No,
            Content = "Nắm tình hình đại hội chi bộ ấp",
            GroupId = "N02",
            AreaId = "A017",
            Due = new DateOnly(2026, 10, 30),
        })).Value.CaseId;
        await ReadsAsync(
            portal, ofGroup, content: ["L1", "L4", "S10", "S11", "S31"], restricted: ["L1", "L4", "S10", "S11"], titles: ["S37"],
            partial: []);
        await ActsAsync(
            portal, ofGroup, ("accept", ["Accept"], ["S10"]), ("accept", ["Reassign", "Extend", "Cancel"], ["L4"]));
    }
}
