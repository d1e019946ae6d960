using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>Section 13: the group, the leader in charge, the head; what judges a person or is the head's for few.</summary>
public sealed class AdHocReportMatrix : AccessMatrix
{
    public override string ProcessKey => AdHocReports.Process;

    public override async Task TryAsync(TestPortal portal)
    {
        var flagged = await portal.WriteAdHocAsync(AdHocReports.Report(isFlagged: true) with { Content = Judgement });
        await ActsAsync(portal, flagged, ("leadReview", ["Forward", "Return"], ["S11"]));
        await portal.MustAsync(flagged, "leadReview", Trips.Lead, "Forward", new { });
        await ActsAsync(portal, flagged, ("headReview", ["Acknowledge", "AcknowledgeWithDirective", "Return"], ["L1"]));

        var plain = await portal.SentAdHocAsync();
        await ActsAsync(portal, plain, ("review", ["Acknowledge", "AcknowledgeWithDirective", "Return"], ["L4"]));
    }
}
