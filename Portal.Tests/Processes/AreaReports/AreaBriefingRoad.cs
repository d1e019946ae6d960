using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A briefing that is asked for, returned, sent again with a file, and accepted with a directive.</summary>
public sealed class AreaBriefingRoad : RestrictedRoad
{
    public override string ProcessKey => Briefings.Process;

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var id = await portal.AskForBriefingAsync(request: Briefings.Request() with { Purpose = $"Làm việc {Marker}" });
        await SpeakAsync(portal, id, Trips.Leader, Trips.Lead);
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Briefings.Draft($"Tình hình {Marker}"));
        await portal.MustAsync(id, "accept", Trips.Leader, "Return", Briefings.Opinion($"Bổ sung {Marker}"));
        var draft = Briefings.Draft(Marker);
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", draft with
        {
            Sections = [draft.Sections![0] with { Title = Marker }],
            Files = await FileAsync(portal, Trips.Lead),
        });
        await portal.MustAsync(id, "accept", Trips.Leader, "AcceptBriefing", Briefings.Opinion(Marker) with
        {
            Directives = [Directive(Trips.Lead)],
        });
        await ReserveAsync(portal, id, Trips.Lead, Trips.Leader);
        await CarryOutAsync(portal, id, Trips.Lead);
        var dropped = await portal.AskForBriefingAsync(request: Briefings.Request() with { Purpose = Marker });
        await portal.MustAsync(dropped, "draft", Trips.Leader, "Withdraw", new ReasonInput { Secrecy = SecrecyGate.No, Reason = Marker });
    }
}
