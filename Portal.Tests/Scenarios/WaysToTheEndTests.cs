using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Tests.TestKit;
using Portal.Workflows.Engine;

namespace Portal.Tests.Scenarios;

/// <summary>Ways on which people once were left with a step that nobody could answer, gone to their ends.</summary>
public class WaysToTheEndTests
{
    [Theory]
    [InlineData("ConfirmOral", OralReportState.Confirmed)]
    [InlineData("DisputeOral", OralReportState.Disputed)]
    public async Task A_leader_who_was_told_by_word_of_mouth_is_asked_also_after_the_trip_is_closed(string answer, OralReportState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await OnTheWayByWordAsync(portal);
        portal.GoTo(Trips.Returns.AddMinutes(30));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result());
        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        Assert.Equal(FieldTripStatus.Closed, await portal.StatusAsync(id));
        Assert.Equal(["confirmOral"], await portal.OpenStepsAsync(id));

        await portal.MustAsync(id, "confirmOral", Trips.Leader, answer, Trips.Reason());
        Assert.Equal((FieldTripStatus.Closed, state), ((await portal.TripAsync(id)).Status, (await portal.TripAsync(id)).Oral));
        await EndedAsync(portal, id);
    }

    [Fact]
    public async Task A_trip_that_was_cleared_by_word_of_mouth_is_withdrawn_and_not_left_as_a_draft()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-1)));
        await portal.MustAsync(id, "review", Trips.Lead, "OralReport", Oral(portal));
        await portal.MustAsync(id, "departure", Trips.Member, "Withdraw", Trips.Reason());
        Assert.Equal(FieldTripStatus.Withdrawn, await portal.StatusAsync(id));
        Assert.Equal(CaseState.Withdrawn, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
        await EndedAsync(portal, id);
    }

    [Fact]
    public async Task A_notice_that_was_passed_to_the_head_and_sent_again_is_the_leaders_in_charge_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "ForwardToHead", Trips.Opinion("Việc liên quan nhiều địa bàn"));
        await portal.MustAsync(id, "headNotice", Trips.Member, "Withdraw", Trips.Reason());
        await portal.MustAsync(id, "revise", Trips.Member, "Submit", Trips.Notice());
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(FieldTripStatus.Acknowledged, await portal.StatusAsync(id));
    }

    /// <summary>Two rounds with another area each: the contact that is open is not asked for a second time.</summary>
    [Fact]
    public async Task The_prior_contact_is_asked_for_once_at_a_time()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-1)));
        foreach (var area in new[] { "A018", "A019" })
        {
            await portal.MustAsync(id, "review", Trips.Leader, "Return", Trips.Opinion("Đi địa bàn khác"));
            await portal.MustAsync(id, "revise", Trips.Member, "Submit", Trips.Notice(area));
            Assert.Equal(["contact", "review"], await portal.OpenStepsAsync(id));
        }
    }

    [Fact]
    public async Task An_oral_consent_that_the_meeting_was_moved_away_from_is_confirmed_and_gives_no_consent()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        await portal.MustAsync(id, "consent", Trips.Lead, "OralConsent", Oral(portal));
        await portal.MustAsync(id, "follow", Trips.Lead, "Move", new MeetingMoveInput
        {
            Secrecy = SecrecyGate.No,
            StartsAt = MeetingRoad.Starts.AddDays(10),
            Reason = "Đơn vị dời họp sang tuần sau nữa",
        });
        Assert.Contains("consent", await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "confirmOral", Trips.Leader, "ConfirmOral", Trips.Reason());
        var meeting = await portal.MeetingAsync(id);
        Assert.Equal((AttendanceStatus.AwaitingConsent, false), (meeting.Status, meeting.HasConsent));
        await portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        Assert.True((await portal.MeetingAsync(id)).HasConsent);
    }

    /// <summary>After the head has decided, what follows is with the leader in charge.</summary>
    [Fact]
    public async Task Who_passed_a_meeting_to_the_head_decides_on_who_goes_further()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        var forwarded = MeetingRoad.Consent() with { Opinion = "Xin ý kiến Trưởng ban" };
        await portal.MustAsync(id, "consent", Trips.Leader, "ForwardToHead", forwarded);
        await portal.MustAsync(id, "headConsent", Trips.Head, "Consent", MeetingRoad.Consent());
        await portal.MustAsync(id, "follow", Trips.Lead, "RequestExtra", new ExtraRequestInput
        {
            Secrecy = SecrecyGate.No,
            Extras = [new ExtraAttendeeInput { PersonId = Trips.Member, Covers = "Ghi chép" }],
            NecessityReason = "Nội dung nhiều lĩnh vực",
        });
        await portal.MustAsync(id, "consentExtra", Trips.Leader, "ConsentExtra", MeetingRoad.Consent());
        Assert.Equal(2, (await portal.MeetingAsync(id)).Lines.Count);
    }

    private static async Task<Guid> OnTheWayByWordAsync(TestPortal portal)
    {
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-1)));
        portal.GoTo(Trips.Departs.AddHours(-1));
        await portal.MustAsync(id, "review", Trips.Lead, "OralReport", Oral(portal));
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        return id;
    }

    private static async Task EndedAsync(TestPortal portal, Guid id)
    {
        Assert.Empty(await portal.OpenStepsAsync(id));
        var status = await portal.ReadAsync(db => db.Instances.Where(i => i.CaseId == id).Select(i => i.Status).SingleAsync());
        Assert.Equal(InstanceStatus.Finished, status);
    }

    private static OralReportForm Oral(TestPortal portal) => new()
    {
        Secrecy = SecrecyGate.No,
        OralReport = new OralReportInput
        {
            ToId = Trips.Leader,
            At = portal.Local.AddMinutes(-10),
            Channel = ContactChannel.Phone,
            Answer = "Đồng ý",
        },
    };
}
