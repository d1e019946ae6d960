using Portal.Domain.AreaReports;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A flagged report that the lead and the head return, that is written again with a file, and noted with a directive.</summary>
public sealed class AdHocReportRoad : RestrictedRoad
{
    public override string ProcessKey => AdHocReports.Process;

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var report = AdHocReports.Report(isFlagged: true) with
        {
            Subject = Marker,
            Content = Marker,
            Proposals = Marker,
            ConcernsPersonnel = true,
        };
        var id = await portal.WriteAdHocAsync(report);
        await SpeakAsync(portal, id, Trips.Lead, Trips.Member);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Return", AdHocReports.Reason($"Bổ sung {Marker}"));
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", report with { Files = await FileAsync(portal, Trips.Member) });
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", new { });
        await portal.MustAsync(id, "headReview", Trips.Head, "Return", AdHocReports.Opinion($"Nói rõ {Marker}"));
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", report with
        {
            Form = ReportingForm.Phone,
            ReportedOn = new DateOnly(2026, 10, 5),
            ReceiverId = Trips.Head,
            Summary = Marker,
            Content = null,
        });
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", new { });
        await portal.MustAsync(id, "headReview", Trips.Head, "AcknowledgeWithDirective", AdHocReports.Opinion(Marker) with
        {
            Directives = [Directive(Trips.Member)],
        });
        await ReserveAsync(portal, id, Trips.Lead, Trips.Head);
        await CarryOutAsync(portal, id, Trips.Member);
        await portal.TickAsync();
    }
}
