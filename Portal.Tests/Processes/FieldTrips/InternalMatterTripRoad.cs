using Portal.Domain.Cases;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A trip with an internal matter and one item on a person, in a result that everybody of the trip reads otherwise.</summary>
public sealed class InternalMatterTripRoad : RestrictedRoad
{
    public override string ProcessKey => "field-trip";

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var id = await portal.ReadyAsync(Trips.Notice() with { ParticipantIds = ["S31", "S11", "S33"] });
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure("S31", "S11", "S33"));
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var items = Trips.Result().Items!;
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with
        {
            ParticipantIds = ["S31", "S11", "S33"],
            Items = [items[0] with { Content = Marker, ProposedHandling = Marker, ConcernsPersonnel = true }, items[1]],
            Issues =
                [new AreaIssueInput { AreaId = "A017", Category = IssueCategory.Corruption, Facts = Marker, ProposedSolution = Marker }],
        });

        await SpeakAsync(portal, id, Trips.Leader, Trips.Member);

        // Without a word: what is reserved on it comes of the matter all the same.
        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        await ReserveAsync(portal, id, Trips.Member, Trips.Leader);
        await portal.TickAsync();
    }
}
