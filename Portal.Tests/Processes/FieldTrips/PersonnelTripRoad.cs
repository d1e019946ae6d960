using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Processes;

/// <summary>A trip whose result concerns personnel as a whole: returned once, directed, passed to the head.</summary>
public sealed class PersonnelTripRoad : RestrictedRoad
{
    public override string ProcessKey => "field-trip";

    public override IReadOnlyList<string> Readers => ["L1", "L4", "S11", "S31"];

    public override async Task WalkAsync(TestPortal portal)
    {
        var id = await portal.ReadyAsync(Trips.Notice() with { ParticipantIds = ["S31", "S11", "S33"] });
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure("S31", "S11", "S33"));
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes() with { Notes = Marker });
        await portal.MustAsync(id, "result", Trips.Lead, "AddPart", Part(concernsPersonnel: false));
        await portal.MustAsync(id, "result", Trips.Lead, "AddPart", Part(concernsPersonnel: true));
        var result = await ResultAsync(portal);
        await portal.MustAsync(id, "result", Trips.Member, "Submit", result);
        await SpeakAsync(portal, id, Trips.Leader, Trips.Member);
        await portal.MustAsync(id, "resultReview", Trips.Leader, "RequestSupplement", Trips.Review(Marker));
        await ReadsWhyAsync(portal, id);
        await portal.MustAsync(id, "result", Trips.Member, "Submit", result with { Files = null });
        var review = Trips.Review(Marker) with
        {
            Directives = [Directive(Trips.Member)],
            ItemDirections = [new ItemDirection { Item = 1, Direction = Marker }],
        };

        // what judges a person is released to no department.
        var released = review with { ItemDirections = [new ItemDirection { Item = 1, Direction = Marker, DepartmentId = "TCDV" }] };
        var refused = await portal.AnswerAsync(id, "resultReview", Trips.Leader, "ForwardToHead", released);
        Assert.Equal("itemDirections[0].departmentId", Assert.Single(refused.Refusal!.Fields).Path);
        await portal.MustAsync(id, "resultReview", Trips.Leader, "ForwardToHead", review);
        await portal.MustAsync(id, "headReview", Trips.Head, "AcknowledgeWithDirective", review);
        await ReserveAsync(portal, id, Trips.Lead, Trips.Head);
        await CarryOutAsync(portal, id, Trips.Member);
        await portal.TickAsync();
    }

    // whose words came back reads the reason.
    private static async Task ReadsWhyAsync(TestPortal portal, Guid id)
    {
        var seen = (await portal.Cases.FindAsync(portal.Person(Trips.Member), id)).Value;
        Assert.Contains(seen.Decisions, d => d.Action == "RequestSupplement" && d.Opinion == Marker);
        Assert.Contains(seen.Submissions, s => s.Action == "RequestSupplement" && s.Form is not null);
    }

    private static TripResultPartInput Part(bool concernsPersonnel) => new()
    {
        Secrecy = SecrecyGate.No,
        Guidance = Marker,
        Situation = [Trips.Result().Situation![0] with { Text = Marker }],
        ConcernsPersonnel = concernsPersonnel,
    };

    private static async Task<TripResultInput> ResultAsync(TestPortal portal) => Trips.Result() with
    {
        ParticipantIds = ["S31", "S11", "S33"],
        ConcernsPersonnel = true,
        Punctuality = Marker,
        Situation = [Trips.Result().Situation![0] with { Text = Marker }],
        Items = [Trips.Result().Items![0] with { Content = Marker, ConcernsPersonnel = true }],
        Proposals = Marker,
        Files = await FileAsync(portal, Trips.Member),
    };
}
