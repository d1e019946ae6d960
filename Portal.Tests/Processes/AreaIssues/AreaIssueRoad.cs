using Portal.Domain.Cases;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A matter that is asked about, directed, updated, made the head's by a later flag, and closed.</summary>
public sealed class AreaIssueRoad : RestrictedRoad
{
    public override string ProcessKey => Issues.Process;

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var id = await portal.ReportIssueAsync(Issues.Report() with
        {
            Facts = Marker,
            HowKnown = Marker,
            ProposedSolution = Marker,
            ReportedOrally = true,
            OralReport = new OralReportInput
            {
                ToId = Trips.Leader,
                At = portal.Local.AddMinutes(-5),
                Channel = ContactChannel.Phone,
                Answer = Marker,
            },
            Files = await FileAsync(portal, Trips.Member),
        });
        await SpeakAsync(portal, id, Trips.Leader, Trips.Member);
        await portal.MustAsync(id, "consider", Trips.Leader, "AskToClarify", Issues.Opinion($"Làm rõ {Marker}"));
        await portal.MustAsync(id, "clarify", Trips.Member, "Clarify", Issues.Update(Marker) with
        {
            Files = await FileAsync(portal, Trips.Member),
        });
        await portal.MustAsync(id, "consider", Trips.Leader, "AcknowledgeWithDirective", Issues.Opinion(Marker) with
        {
            Directives = [Directive(Trips.Member)],
        });
        await ReserveAsync(portal, id, Trips.Lead, Trips.Leader);
        await CarryOutAsync(portal, id, Trips.Member);
        await portal.MustAsync(id, "monitor", Trips.Lead, "AddUpdate", Issues.Update(Marker) with { DemocraticCentralism = true });
        await portal.MustAsync(id, "headConsider", Trips.Head, "Acknowledge", Issues.Opinion(Marker));
        await portal.MustAsync(id, "monitor", Trips.Head, "Close", Issues.Opinion($"Đã ổn định {Marker}"));
        await portal.TickAsync();
    }
}
