using Portal.Domain.Cases;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A report that concerns personnel as a whole, returned once and directed; and one with an item that does, kept apart.</summary>
public sealed class PersonnelReportRoad : RestrictedRoad
{
    public override string ProcessKey => AreaReports.Process;

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var id = await portal.OpenReportAsync();
        var report = AreaReports.Report() with
        {
            General = Marker,
            Results = [AreaReports.Report().Results![0] with { Text = Marker }],
            NewItems = [Item(concernsPersonnel: true)],
            Proposals = Marker,
            NextMonth = Marker,
            Files = await FileAsync(portal, Trips.Member),
            ConcernsPersonnel = true,
        };
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", report);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Return", AreaReports.Note($"Bổ sung {Marker}"));
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", report with { Files = null });
        await SpeakAsync(portal, id, Trips.Lead, Trips.Member);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", AreaReports.Note(Marker));
        await portal.MustAsync(id, "review", Trips.Leader, "Return", Trips.Review($"Bổ sung {Marker}"));
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", report with { Files = null });
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Review(Marker) with
        {
            Directives = [Directive(Trips.Member)],
            ItemDirections = [new ItemDirection { Item = 1, Direction = Marker }],
        });
        await ReserveAsync(portal, id, Trips.Lead, Trips.Leader);
        await CarryOutAsync(portal, id, Trips.Member);

        var apart = await portal.OpenReportAsync("A018");
        await portal.MustAsync(apart, "draft", Trips.Member, "Submit", AreaReports.Report() with
        {
            NewItems = [Item(concernsPersonnel: true) with { AreaId = "A018" }],
        });
        await portal.MustAsync(apart, "leadReview", Trips.Lead, "Forward", AreaReports.Note());
        await portal.MustAsync(apart, "review", Trips.Leader, "Acknowledge", Trips.Review());
        await portal.TickAsync();
    }

    private static ReportItemInput Item(bool concernsPersonnel) => new()
    {
        AreaId = AreaReports.Area,
        Kind = ReportItemKind.Limitation,
        Domain = "OrganizationAndCadres",
        Level = ReportItemLevel.Normal,
        Content = Marker,
        ProposedHandling = Marker,
        ConcernsPersonnel = concernsPersonnel,
    };
}
