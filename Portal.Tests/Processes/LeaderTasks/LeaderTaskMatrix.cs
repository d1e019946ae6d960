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
    }
}
