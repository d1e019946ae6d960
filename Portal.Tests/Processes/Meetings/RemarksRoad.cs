using Portal.Domain.Cases;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A meeting with remarks on people, an item and a matter in the notes (E-M12): sent back once, directed by the leader.</summary>
public sealed class RemarksRoad : RestrictedRoad
{
    public override string ProcessKey => "meeting-attendance";

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var items = Trips.Result().Items!;
        var notes = MeetingRoad.Notes() with
        {
            Share = "Nội dung chia sẻ với nhóm",
            Remarks = Marker,
            Items = [items[0] with { Content = Marker, ConcernsPersonnel = true }, items[1]],
            Issues =
                [new AreaIssueInput { AreaId = "A017", Category = IssueCategory.Corruption, Facts = Marker, ProposedSolution = Marker }],
        };
        var id = await portal.NotedAsync(MeetingRoad.MemberGoes(), notes);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "RequestSupplement", Trips.Review(Marker));
        await portal.MustAsync(id, "notes", Trips.Member, "Submit", notes);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "LeadSeen", Trips.Review(Marker));
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Review(Marker) with
        {
            Directives = [Directive(Trips.Member)],
            ItemDirections = [new ItemDirection { Item = 2, Direction = Marker }],
        });
        await ReserveAsync(portal, id, Trips.Lead, Trips.Leader);
        await CarryOutAsync(portal, id, Trips.Member);
        await portal.TickAsync();
    }
}
