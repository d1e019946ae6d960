using Portal.Domain.Cases;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

public sealed class AreaReportMatrix : AccessMatrix
{
    public override string ProcessKey => AreaReports.Process;

    public override async Task TryAsync(TestPortal portal)
    {
        var id = await portal.OpenReportAsync();
        await ReadsAsync(portal, id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);
        await ActsAsync(portal, id, ("draft", ["Submit", "NothingToReport"], ["S11", "S31"]));
        var judging = new ReportItemInput
        {
            AreaId = AreaReports.Area,
            Kind = ReportItemKind.Limitation,
            Domain = "OrganizationAndCadres",
            Level = ReportItemLevel.Normal,
            Content = Judgement,
            ConcernsPersonnel = true,
        };
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", AreaReports.Report() with { NewItems = [judging] });
        await ActsAsync(portal, id, ("leadReview", ["Submit", "Return", "Forward"], ["S11"]));
        await ReadsAsync(
            portal, id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11", "S31"], titles: ["S37"], partial: []);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", AreaReports.Note());
        await ActsAsync(portal, id, ("review", ["AcknowledgeWithDirective", "Return", "Acknowledge"], ["L4"]));
    }
}
