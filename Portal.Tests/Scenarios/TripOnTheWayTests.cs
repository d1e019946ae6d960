using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Contacts;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Microsoft.Extensions.DependencyInjection;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>P1 while it is on its way: changes at any moment, each person's own part, the head, what is kept of it.</summary>
public class TripOnTheWayTests
{
    private const string Other = "S33";

    [Fact]
    public async Task E_T2_E_T4_Before_the_leader_has_answered_and_before_the_contact_a_trip_is_postponed_and_asks_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Lead, "Change", Postponed(1));
        Assert.Equal(["contact", "review"], await OpenAsync(portal, id));
        await portal.MustAsync(id, "contact", Trips.Lead, "Change", Postponed(2));
        Assert.Equal(["contact", "review"], await OpenAsync(portal, id));
        var trip = await portal.TripAsync(id);
        Assert.Equal(DateOnly.FromDateTime(Trips.Departs.AddDays(4)), Assert.Single(trip.Notice.Programme!).Date);

        // Once the leader has answered, a change that matters asks again; the contact stays to be made.
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(["contact"], await OpenAsync(portal, id));
        await portal.MustAsync(id, "contact", Trips.Lead, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            Place = "Nhà văn hóa ấp 3",
            Reason = "Địa bàn đổi nơi làm việc",
        });
        Assert.Equal(["contact", "review"], await OpenAsync(portal, id));
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
        Assert.Equal(["review"], await OpenAsync(portal, id));
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(["departure"], await OpenAsync(portal, id));
    }

    [Fact]
    public async Task E_T4_On_the_way_a_change_is_recorded_and_the_report_begins_with_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        var earlier = await portal.AnswerAsync(id, "notes", Trips.Member, "Change", Postponed(1));
        Assert.Contains(earlier.Refusal!.Fields, f => f is { Path: "departsAt", Code: "Trip.DepartedAlready" });
        var joiner = await portal.AnswerAsync(id, "notes", Trips.Member, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            ParticipantIds = [Trips.Member, Trips.Lead, "S02"],
            Reason = "Thêm người cùng làm việc",
        });
        Assert.Contains(joiner.Refusal!.Fields, f => f is { Path: "participantIds", Code: "Trip.OutsiderNeedsLeader" });
        await portal.MustAsync(id, "notes", Trips.Member, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            Place = "Nhà văn hóa ấp 3",
            Reason = "Hội trường xã mất điện",
        });
        Assert.Equal(FieldTripStatus.InProgress, (await portal.TripAsync(id)).Status);
        Assert.Equal(["notes"], await OpenAsync(portal, id));
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        Assert.Equal("Hội trường xã mất điện", (string?)(await KnownAsync(portal, id, Trips.Member, TripForms.Result.Key))["deviations"]);
    }

    [Fact]
    public async Task Step_7_Each_confirms_for_oneself_and_the_trip_is_under_way_when_nobody_is_awaited()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync(Trips.Notice() with { ParticipantIds = [Trips.Member, Trips.Lead, Other] });
        portal.GoTo(Trips.Departs.AddMinutes(10));
        Assert.Equal([Other], ((await KnownAsync(portal, id, Other, TripForms.Departure.Key))["participants"] as JsonArray)!
            .Select(p => (string?)p!["personId"]));
        var forAll = await portal.AnswerAsync(id, "departure", Other, "Departed", Trips.Departure(Trips.Member, Other));
        Assert.Contains(forAll.Refusal!.Fields, f => f is { Path: "participants[0].personId", Code: "Trip.OnlyOwnDeparture" });
        Assert.Null((await portal.TripAsync(id)).Departure);

        await portal.MustAsync(id, "departure", Other, "Departed", new DepartureInput
        {
            Secrecy = SecrecyGate.No,
            DepartedAt = Trips.Departs,
            Participants = [new ParticipantConfirmation { PersonId = Other, Went = false, Reason = "Họp đột xuất ở cơ quan" }],
        });
        var trip = await portal.TripAsync(id);
        Assert.Equal((FieldTripStatus.Acknowledged, null), (trip.Status, trip.DepartedAt));
        Assert.Equal([Trips.Lead, Trips.Member], trip.AwaitedIds.Order());
        var open = await portal.ReadAsync(db => db.UserTasks.Include(t => t.Assignees)
            .SingleAsync(t => t.CaseId == id && t.State == UserTaskState.Open && t.StepId == "departure"));
        Assert.DoesNotContain(open.Assignees, a => a.PersonId == Other && a.IsOpen);

        // The trip's leader for the rest; what the other said stands.
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        trip = await portal.TripAsync(id);
        Assert.Equal(FieldTripStatus.InProgress, trip.Status);
        Assert.Equal([Trips.Lead, Trips.Member], trip.ParticipantIds.Order());
        Assert.Equal("Họp đột xuất ở cơ quan", trip.Departure!.Participants!.Single(p => p.PersonId == Other).Reason);
    }

    [Fact]
    public async Task X_12_In_a_version_that_asks_once_whoever_answers_says_it_for_all()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync(Trips.Notice() with { ParticipantIds = [Trips.Member, Trips.Lead, Other] });
        portal.GoTo(Trips.Departs.AddMinutes(10));
        var trip = await portal.TripAsync(id);
        var context = await portal.Operations.ContextAsync(portal.Person(Other));
        Assert.True(trip.Depart(Trips.Departure(Trips.Member, Trips.Lead, Other), context, awaitsEach: false).IsSuccess);
        Assert.Equal(FieldTripStatus.InProgress, trip.Status);
    }

    [Fact]
    public async Task Nobody_whom_the_portal_does_not_know_is_said_to_have_stayed_behind()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        var form = Trips.Departure();
        var stranger = new ParticipantConfirmation { PersonId = "X99", Went = false, Reason = "Không tham gia chuyến này" };
        var refused = await portal.AnswerAsync(
            id, "departure", Trips.Member, "Departed", form with { Participants = [.. form.Participants!, stranger] });
        Assert.Contains(refused.Refusal!.Fields, f => f.Code == "Common.UnknownPerson");
    }

    [Fact]
    public async Task Steps_8_and_9_Each_writes_notes_and_a_part_of_the_report_and_ends_it_for_nobody()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync(Trips.Notice() with { ParticipantIds = [Trips.Member, Trips.Lead, Other] });
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure(Trips.Member, Trips.Lead, Other));
        await portal.MustAsync(
            id, "notes", Other, "AddNote", new TripNoteInput { Secrecy = SecrecyGate.No, Note = "Chi bộ ấp 3 thiếu phòng họp" });
        Assert.Equal(FieldTripStatus.InProgress, (await portal.TripAsync(id)).Status);
        Assert.Equal(["notes"], await OpenAsync(portal, id));
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var empty = await portal.AnswerAsync(id, "result", Other, "AddPart", new TripResultPartInput { Secrecy = SecrecyGate.No });
        Assert.Contains(empty.Refusal!.Fields, f => f.Code == "Trip.EmptyPart");
        await portal.MustAsync(id, "result", Other, "AddPart", new TripResultPartInput
        {
            Secrecy = SecrecyGate.No,
            Situation = [new SituationPart { AreaId = "A017", Domain = WorkDomains.CivilServants, Text = "Thiếu hai công chức" }],
            Guidance = "Hướng dẫn rà soát quy chế",
        });
        Assert.Equal(["result"], await OpenAsync(portal, id));
        var known = await KnownAsync(portal, id, Trips.Member, TripForms.Result.Key);
        Assert.Equal("Thiếu hai công chức", (string?)known["situation"]![0]!["text"]);
        Assert.Equal("Hướng dẫn rà soát quy chế", (string?)known["guidance"]);
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result());
        Assert.Equal(FieldTripStatus.ResultSubmitted, (await portal.TripAsync(id)).Status);
    }

    [Fact]
    public async Task F4_The_leader_passes_the_notice_to_the_head_who_alone_answers_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "ForwardToHead", Trips.Opinion());
        Assert.Equal(["contact", "headNotice"], await OpenAsync(portal, id));
        Assert.False((await portal.AnswerAsync(id, "headNotice", Trips.Leader, "Acknowledge", Trips.Opinion())).IsSuccess);
        await portal.MustAsync(id, "headNotice", Trips.Head, "AcknowledgeWithDirective", Trips.Opinion(null,
            new DirectiveInput { Content = "Gặp đủ các chi bộ ghép", AssigneeId = Trips.Member }));
        Assert.Equal(FieldTripStatus.Acknowledged, (await portal.TripAsync(id)).Status);
    }

    [Fact]
    public async Task A_programme_lies_on_the_days_of_the_trip_and_is_the_trip_itself_where_none_was_written()
    {
        await using var portal = await TestPortal.CreateAsync();
        var notice = Trips.Notice();
        var outside = await portal.StartAsync("field-trip", Trips.Member, notice with
        {
            Programme = [notice.Programme![0] with { Date = DateOnly.FromDateTime(Trips.Departs.AddDays(1)) }],
        });
        Assert.Contains(outside.Refusal!.Fields, f => f is { Path: "programme[0].date", Code: "Trip.ProgrammeOutsideTrip" });
        var id = await portal.NotifyAsync(notice with { Programme = null });
        var line = Assert.Single((await portal.TripAsync(id)).Notice.Programme!);
        Assert.Equal((DateOnly.FromDateTime(Trips.Departs), new TimeOnly(7, 30), notice.Place, notice.Purpose),
            (line.Date, line.From, line.Place, line.Content));
        var kept = (await portal.Cases.FindAsync(portal.Person(Trips.Leader), id)).Value.Submissions.Single();
        Assert.Equal(notice.Purpose, (string?)kept.Form!["programme"]![0]!["content"]);
    }

    [Fact]
    public async Task E_T5_That_the_areas_were_told_of_the_cancelling_is_among_their_contacts()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        Assert.Equal("Nguyễn Văn Thọ, Trưởng Ban Xây dựng Đảng",
            (string?)(await KnownAsync(portal, id, Trips.Lead, TripForms.Cancel.Key))["informedPerson"]);
        await portal.MustAsync(id, "departure", Trips.Lead, "Cancel", new TripCancelInput
        {
            Secrecy = SecrecyGate.No,
            By = CancelledBy.GroupLead,
            Reason = "Cơ quan họp đột xuất cả ngày",
            AreaInformed = true,
            InformedChannel = ContactChannel.Message,
        });
        var log = await portal.ReadAsync(db => db.Set<ContactLog>().SingleAsync(l => l.SourceCaseId == id));
        Assert.Equal(("A017", "Nguyễn Văn Thọ, Trưởng Ban Xây dựng Đảng", "Message", "Cơ quan họp đột xuất cả ngày"),
            (log.AreaId, log.ContactPerson, log.Channel, log.Summary));
    }

    [Fact]
    public async Task Đ9_4_Who_is_hindered_in_the_work_makes_an_urgent_item_of_the_area()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with
        {
            Cooperation = Cooperation.Obstructed,
            CooperationText = "Không bố trí người làm việc với đoàn",
        });
        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        var items = await portal.ReadAsync(db => db.ReportItems.Where(i => i.SourceCaseId == id).OrderBy(i => i.SourceIndex).ToListAsync());
        Assert.Equal(3, items.Count);
        Assert.Equal(("Không bố trí người làm việc với đoàn", ReportItemLevel.Urgent, ReportItemKind.Difficulty),
            (items[2].Content, items[2].Level, items[2].Kind));
    }

    private static TripChangeInput Postponed(int days) => new()
    {
        Secrecy = SecrecyGate.No,
        DepartsAt = Trips.Departs.AddDays(days == 2 ? 4 : days),
        ReturnsAt = Trips.Returns.AddDays(days == 2 ? 4 : days),
        Reason = "Lãnh đạo chưa có ý kiến, lùi ngày đi",
    };

    private static async Task<JsonObject> KnownAsync(TestPortal portal, Guid id, string person, string form)
    {
        var view = (await portal.Cases.FindAsync(portal.Person(person), id)).Value;
        var context = await portal.Operations.ContextAsync(portal.Person(person));
        return portal.Services.GetRequiredService<ProcessCatalogue>().Known(form, context, view);
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(TestPortal portal, Guid id) => await portal.ReadAsync(db =>
        db.UserTasks.Where(t => t.CaseId == id && t.State == UserTaskState.Open && !t.IsOptional)
            .Select(t => t.StepId)
            .OrderBy(s => s)
            .ToListAsync());
}
