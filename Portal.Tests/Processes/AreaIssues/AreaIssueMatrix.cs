using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>Section 13: members only where named, compliance nothing.</summary>
public sealed class AreaIssueMatrix : AccessMatrix
{
    public override string ProcessKey => Issues.Process;

    public override async Task TryAsync(TestPortal portal)
    {
        string[] leaders = ["L1", "L4", "S11", "S31"];
        var id = await portal.ReportIssueAsync(Issues.Report() with { Facts = Judgement });
        await ReadsAsync(portal, id, content: leaders, restricted: leaders, titles: [], partial: []);
        await ActsAsync(
            portal, id, ("consider", ["Acknowledge", "AcknowledgeWithDirective", "AskToClarify", "ForwardToHead", "Close"], ["L4"]),
            ("consider", ["AddUpdate"], ["S11", "S31"]));

        // To the head alone: the leader in charge knows nothing of it, by page, list, inbox and notice.
        var apart = await portal.ReportIssueAsync(Issues.Report(isFlagged: true) with { Facts = Judgement, WithoutLeader = true });
        await ReadsAsync(portal, apart, content: ["L1", "S11", "S31"], restricted: ["L1", "S11", "S31"], titles: [], partial: []);
        await ActsAsync(portal, apart, ("headConsider", ["Acknowledge", "AcknowledgeWithDirective", "AskToClarify", "Close"], ["L1"]));

        // Not even when it has waited too long.
        portal.GoTo(portal.Local.AddDays(20));
        await portal.TickAsync();
        Assert.NotEmpty(await portal.ReadAsync(db =>
            db.Notifications.Where(n => n.PersonId == "L1" && n.CaseId == apart && n.Kind == NotificationKind.Overdue).ToListAsync()));
        Assert.Empty(await portal.ReadAsync(db => db.Notifications.Where(n => n.PersonId == "L4" && n.CaseId == apart).ToListAsync()));
    }
}
