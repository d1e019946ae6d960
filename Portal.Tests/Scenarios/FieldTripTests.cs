using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>P1 on the real engine and a real database: the acceptance tests 2 to 8 of section 4.6, and the exceptional paths.</summary>
public class FieldTripTests
{
    [Fact]
    public async Task A_trip_goes_from_notice_to_acknowledged_report()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReportedAsync();
        var receipt = await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());

        Assert.Equal(CaseState.Closed, receipt.State);
        Assert.Equal("CT-2026/0001", receipt.Number);
        Assert.Empty(await portal.OpenStepsAsync(id));
        var instance = await portal.ReadAsync(db => db.Instances.SingleAsync(i => i.CaseId == id));
        Assert.Equal(Portal.Workflows.Engine.InstanceStatus.Finished, instance.Status);
        Assert.False(instance.HasIncident);
    }

    [Fact]
    public async Task Acceptance_2_Notice_two_hours_before_departure_is_accepted_with_reason_and_flagged()
    {
        await using var portal = await TestPortal.CreateAsync();
        var planned = Plans.Notice((await portal.AcknowledgedPlanAsync())[0]);
        portal.GoTo(Trips.Departs.AddHours(-2));
        var withoutReason = await portal.StartAsync("field-trip", Trips.Member, planned);
        Assert.Contains(withoutReason.Refusal!.Fields, f => f is { Path: "lateReason", Code: "Trip.LateNoticeReason" });

        var id = await portal.NotifyAsync(planned with { LateReason = "Lãnh đạo giao gấp tối qua" });
        Assert.True((await portal.TripAsync(id)).IsLateNotice);
    }

    [Fact]
    public async Task Acceptance_3_Trip_cannot_be_marked_departed_without_prior_contact_or_exception()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(["contact"], await portal.OpenStepsAsync(id));

        // Even the aggregate itself, asked directly, refuses and names the clause.
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Member));
        var trip = await portal.TripAsync(id);
        Assert.Equal(("Trip.NoPriorContact", "Đ9.2"), (trip.WhyNotDeparting(context)!.Code, trip.WhyNotDeparting(context)!.Clause));

        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", new PriorContactInput
        {
            Secrecy = SecrecyGate.No,
            Contacts = [new AreaContactInput { AreaId = "A017", Exception = true, ExceptionReason = ContactException.UnannouncedByLeader,
                ExceptionText = "Trưởng ban chỉ đạo đi không báo trước" }],
        });
        Assert.Equal(["departure"], await portal.OpenStepsAsync(id));
    }

    [Fact]
    public async Task Acceptance_4_Silence_of_the_leader_changes_no_state_however_much_time_passes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        for (var day = 0; day < 60; day++)
        {
            portal.Clock.Advance(TimeSpan.FromDays(1));
            await portal.TickAsync();
        }

        Assert.Equal(FieldTripStatus.Notified, await portal.StatusAsync(id));
        Assert.Equal(["contact", "review"], await portal.OpenStepsAsync(id));
        var reminders = await portal.ReadAsync(db =>
            db.Notifications.CountAsync(n => n.CaseId == id && n.PersonId == Trips.Leader && n.Kind == NotificationKind.Overdue));
        Assert.InRange(reminders, 1, 10);
    }

    [Fact]
    public async Task Acceptance_5_Result_returned_twice_keeps_three_rounds_readable()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReportedAsync();
        foreach (var ask in new[] { "Bổ sung số liệu đảng viên", "Nêu rõ kiến nghị của xã" })
        {
            await portal.MustAsync(id, "resultReview", Trips.Leader, "RequestSupplement", Trips.Review(ask));
            await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with { Proposals = ask });
        }

        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Member), id)).Value;
        var rounds = view.Submissions.Where(s => s.FormKey == "trip-result").ToList();
        Assert.Equal([1, 2, 3], rounds.Select(r => r.Round));
        Assert.All(rounds, r => Assert.NotNull(r.Form));
        Assert.Null(rounds[0].Form!["proposals"]);
        Assert.Equal("Nêu rõ kiến nghị của xã", (string?)rounds[2].Form!["proposals"]);
        Assert.Equal("Bổ sung số liệu đảng viên", (string?)rounds[2].Previous!["proposals"]);
    }

    [Fact]
    public async Task Acceptance_6_Closing_creates_the_marked_items_exactly_once_even_if_two_people_press()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReportedAsync();
        var task = await portal.OpenTaskAsync(id, "resultReview");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => portal.AnswerAsync(task.Id, Trips.Leader, "Acknowledge", FormInput.ToJson(Trips.Review())))));

        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Equal("Common.ChangedMeanwhile", a.Refusal!.Code));
        Assert.Equal(2, await portal.ReadAsync(db => db.ReportItems.CountAsync(i => i.SourceCaseId == id)));
        Assert.Equal(1, await portal.ReadAsync(db => db.ContactLogs.CountAsync(i => i.SourceCaseId == id)));
    }

    [Fact]
    public async Task Acceptance_7_A_member_of_another_group_sees_neither_the_trip_nor_its_existence()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        foreach (var outsider in new[] { "S09", "S27", "L3", "S06", "S02" })
        {
            var actor = portal.Person(outsider);
            Assert.Equal("Common.NotFound", (await portal.Cases.FindAsync(actor, id)).Refusal!.Code);
            Assert.Equal("Common.NotFound", (await portal.Cases.FindAsync(actor, "CT-2026/0001")).Refusal!.Code);
            Assert.Equal(0, (await portal.Cases.ListAsync(actor, new CaseFilter { Search = "bau noi" })).Total);
            Assert.Equal(0, (await portal.Tasks.InboxAsync(actor, new TaskFilter())).Total);
            var task = await portal.OpenTaskAsync(id, "review");
            Assert.Equal("Common.NotFound",
                (await portal.AnswerAsync(task.Id, outsider, "Acknowledge", FormInput.ToJson(Trips.Opinion()))).Refusal!.Code);
        }

        Assert.Equal(1, (await portal.Cases.ListAsync(portal.Person("S33"), new CaseFilter { Search = "bau noi" })).Total);
        Assert.Equal(1, (await portal.Cases.ListAsync(portal.Person("L1"), new CaseFilter())).Total);
    }

    [Fact]
    public async Task Acceptance_8_Ad_hoc_trip_entered_after_return_shows_both_times_truthfully()
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.GoTo(Trips.Returns.AddMinutes(20));
        var tooBare = await portal.StartAsync("field-trip", Trips.Member, Trips.Notice());
        Assert.Contains(tooBare.Refusal!.Fields, f => f.Code == "Trip.OralNoticeRequired");

        var id = await portal.NotifyAsync(Trips.Notice() with
        {
            ReportedOrally = true,
            OralReport = new OralReportInput { ToId = Trips.Leader, At = Trips.Departs.AddHours(-1), Channel = ContactChannel.Phone },
        });
        Assert.Equal(["confirmOral", "contact"], await portal.OpenStepsAsync(id));
        var trip = await portal.TripAsync(id);
        Assert.Equal(Portal.Domain.Common.VietnamTime.ToUtc(Trips.Departs), trip.DepartsAt);
        Assert.Equal(portal.Now, trip.NotifiedAt);
        Assert.True(trip is { IsAdHoc: true, IsLateNotice: true });

        // A day later it is too late to enter it at all.
        portal.GoTo(new DateTime(2026, 10, 12, 8, 0, 0));
        var tooLate = await portal.StartAsync(
            "field-trip", Trips.Member, Trips.Notice() with { ReportedOrally = true, OralReport = trip.OralReport });
        Assert.Contains(tooLate.Refusal!.Fields, f => f.Code == "Trip.NoticeTooLate");
    }

    [Fact]
    public async Task E_T1_Returned_notice_goes_back_to_its_author_and_round_two_to_the_leader()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        var shortReason = await portal.AnswerAsync(id, "review", Trips.Leader, "Return", Trips.Opinion("Sửa"));
        Assert.Contains(shortReason.Refusal!.Fields, f => f is { Path: "opinion", Code: "Common.ReasonTooShort" });

        await portal.MustAsync(id, "review", Trips.Leader, "Return", Trips.Opinion("Ghi rõ thành phần làm việc"));
        Assert.Equal(["contact", "revise"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "revise", Trips.Member, "Submit", Trips.Notice() with { Purpose = "Nội dung đã sửa" });
        var again = await portal.OpenTaskAsync(id, "review");
        Assert.Equal(2, again.Round);
        Assert.Contains(Trips.Leader, again.Assignees.Select(a => a.PersonId));
    }

    [Fact]
    public async Task A_revised_notice_with_a_new_area_asks_for_its_prior_contact_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local));
        await portal.MustAsync(id, "review", Trips.Leader, "Return", Trips.Opinion("Kết hợp đi thêm xã Bàu Trâm"));
        await portal.MustAsync(id, "revise", Trips.Member, "Submit", Trips.Notice("A017", "A018"));
        Assert.Equal(["contact", "review"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(["contact"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local, "A017", "A018"));
        Assert.Equal(["departure"], await portal.OpenStepsAsync(id));
    }

    [Fact]
    public async Task E_T2_Oral_report_lets_the_trip_depart_flagged_and_the_leader_confirms_or_disputes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-1)));
        portal.GoTo(Trips.Departs.AddHours(-1));
        await portal.MustAsync(id, "review", Trips.Lead, "OralReport", new OralReportForm
        {
            Secrecy = SecrecyGate.No,
            OralReport = new OralReportInput
            {
                ToId = Trips.Leader,
                At = portal.Local.AddMinutes(-10),
                Channel = ContactChannel.Phone,
                Answer = "Cứ đi"
            },
        });
        Assert.Equal(["confirmOral", "departure"], await portal.OpenStepsAsync(id));
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        Assert.True((await portal.TripAsync(id)).DepartedWithoutAcknowledgement);

        await portal.MustAsync(id, "confirmOral", Trips.Leader, "DisputeOral", Trips.Reason("Tôi không nhận được báo cáo"));
        Assert.Equal(OralReportState.Disputed, (await portal.TripAsync(id)).Oral);
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == "S37" && n.Kind == NotificationKind.Compliance)));
        Assert.Equal(["notes"], await portal.OpenStepsAsync(id));
    }

    [Fact]
    public async Task R_TRIP_06_Where_approval_is_required_an_oral_report_does_not_replace_it()
    {
        await using var portal = await TestPortal.CreateAsync(("Trip.NoticeMode", "ApproveRequired"));
        var id = await portal.NotifyAsync();
        var oral = await portal.AnswerAsync(id, "review", Trips.Lead, "OralReport", new OralReportForm
        {
            Secrecy = SecrecyGate.No,
            OralReport = new OralReportInput { ToId = Trips.Leader, At = portal.Local.AddMinutes(-10), Channel = ContactChannel.Phone },
        });
        Assert.Equal("Trip.AcknowledgementRequired", oral.Refusal!.Code);
        Assert.Equal(FieldTripStatus.Notified, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task E_T4_A_new_date_goes_back_to_the_leader_other_people_are_only_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        await portal.MustAsync(id, "departure", Trips.Member, "Change",
            new TripChangeInput
            {
                Secrecy = SecrecyGate.No,
                ParticipantIds = [Trips.Member, Trips.Lead, "S33"],
                Reason = "Thêm người cùng nhóm"
            });
        Assert.Equal(["departure"], await portal.OpenStepsAsync(id));

        await portal.MustAsync(id, "departure", Trips.Member, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            DepartsAt = Trips.Departs.AddDays(1),
            ReturnsAt = Trips.Returns.AddDays(1),
            Reason = "Địa bàn bận họp hội đồng nhân dân",
        });
        Assert.Equal(["review"], await portal.OpenStepsAsync(id));
        Assert.Equal(FieldTripStatus.Notified, await portal.StatusAsync(id));
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.Equal(["departure"], await portal.OpenStepsAsync(id));
        Assert.Contains(
            (await portal.TripAsync(id)).Changes, c => c is { What: "departsAt", Old: "08/10/2026 07:30", New: "09/10/2026 07:30" });

        // The form shows what stands; sent as it is, nothing has changed, whatever the order of the people.
        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Member), id)).Value;
        var known = portal.Services.GetRequiredService<ProcessCatalogue>()
            .Known("trip-change", await portal.Operations.ContextAsync(portal.Person(Trips.Member)), view);
        Assert.Equal(3, known["participantIds"]!.AsArray().Count);
        known["secrecy"] = new System.Text.Json.Nodes.JsonObject { ["containsStateSecret"] = false };
        known["participantIds"] =
            new System.Text.Json.Nodes.JsonArray([.. known["participantIds"]!.AsArray().Reverse().Select(p => p!.DeepClone())]);
        known["reason"] = "Không đổi gì cả";
        var task = await portal.OpenTaskAsync(id, "departure");
        var same = await portal.AnswerAsync(task.Id, Trips.Member, "Change", known);
        Assert.Contains(same.Refusal!.Fields, f => f.Code == "Trip.NothingChanged");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task E_T4_A_trip_brought_forward_within_the_lead_time_is_late_and_one_put_off_is_not(int days, bool isLate)
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        Assert.False((await portal.TripAsync(id)).IsLateNotice);

        // The trip as it was is hardly in time any more: only a day that comes nearer is late, and its reason is the change's.
        portal.GoTo(Trips.Departs.AddDays(-1).AddMinutes(-30));
        await portal.MustAsync(id, "departure", Trips.Member, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            DepartsAt = Trips.Departs.AddDays(days),
            ReturnsAt = Trips.Returns.AddDays(days),
            Programme = Trips.Notice().Programme,
            Place = Trips.Notice().Place,
            Reason = "Địa bàn đổi lịch làm việc",
        });
        var trip = await portal.TripAsync(id);
        Assert.Equal(isLate, trip.IsLateNotice);
        Assert.Contains(trip.Changes, c => c is { What: "departsAt", Reason: "Địa bàn đổi lịch làm việc" });

        // Readers get what has changed, as it is now, and nothing else.
        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Leader), id)).Value;
        var sent = view.Submissions.Last(s => s.FormKey == "trip-change");
        Assert.Null(sent.Form!["place"]);
        Assert.Equal(
            DateOnly.FromDateTime(Trips.Departs.AddDays(days)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            (string?)sent.Form["programme"]![0]!["date"]);
        var screens = portal.Services.GetRequiredService<Portal.Web.Processes.ProcessModules>().Of("field-trip");
        Assert.True(screens.IsToldOtherwise(sent));
        Assert.NotEmpty(screens.AboveStep(view, await portal.Operations.ContextAsync(portal.Person(Trips.Leader))));
        var notice = screens.AsItStands(view, view.Submissions.First(s => s.FormKey == "trip-notice"));
        Assert.StartsWith((string?)sent.Form["departsAt"], (string?)notice!["departsAt"]);
    }

    [Fact]
    public async Task E_T5_Cancelled_by_the_leader_while_the_lead_still_contacts_the_area()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "Cancel",
            new TripCancelInput
            {
                Secrecy = SecrecyGate.No,
                By = CancelledBy.LeaderInCharge,
                Reason = "Trùng lịch Thường trực",
                AreaInformed = true
            });
        Assert.Empty(await portal.OpenStepsAsync(id));
        Assert.Equal(FieldTripStatus.Cancelled, await portal.StatusAsync(id));
        var contact = await portal.ReadAsync(db => db.UserTasks.SingleAsync(t => t.CaseId == id && t.StepId == "contact"));
        Assert.Equal(UserTaskState.Cancelled, contact.State);
        Assert.Equal(0, (await portal.Tasks.InboxAsync(portal.Person(Trips.Lead), new TaskFilter())).Total);
    }

    [Fact]
    public async Task E_T6_Late_result_needs_a_reason_and_is_flagged_and_is_extended_only_before()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Leader, "Extend",
            new ExtensionInput { Secrecy = SecrecyGate.No, NewDue = new DateOnly(2026, 10, 15), Reason = "Chờ số liệu của đơn vị" });

        // More time is no second round.
        Assert.Equal(1, (await portal.OpenTaskAsync(id, "result")).Round);
        portal.GoTo(new DateTime(2026, 10, 16, 9, 0, 0));
        var extend = await portal.AnswerAsync(id, "result", Trips.Leader, "Extend",
            new ExtensionInput { Secrecy = SecrecyGate.No, NewDue = new DateOnly(2026, 10, 20), Reason = "Chờ số liệu của đơn vị" });
        Assert.Equal("Trip.AlreadyLate", extend.Refusal!.Code);
        var bare = await portal.AnswerAsync(id, "result", Trips.Member, "Submit", Trips.Result());
        Assert.Contains(bare.Refusal!.Fields, f => f is { Path: "lateReason", Clause: "Đ7.A.5" });
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with { LateReason = "Đi công tác dài ngày" });
        Assert.True((await portal.TripAsync(id)).IsLateResult);
    }

    [Fact]
    public async Task E_T7_Withdrawn_before_the_leader_acted_is_a_draft_again_after_that_it_ends()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Member, "Withdraw", Trips.Reason());
        Assert.Equal(FieldTripStatus.Draft, await portal.StatusAsync(id));
        await portal.MustAsync(id, "revise", Trips.Member, "Submit", Trips.Notice());
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local));
        await portal.MustAsync(id, "departure", Trips.Member, "Withdraw", Trips.Reason());
        Assert.Equal(FieldTripStatus.Withdrawn, await portal.StatusAsync(id));
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == Trips.Leader && n.Kind == NotificationKind.Changed)));
    }

    [Fact]
    public async Task E_T9_A_joiner_from_outside_the_group_needs_the_leader()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(5));
        var outsider = await portal.AnswerAsync(id, "departure", Trips.Member, "Departed", Trips.Departure(Trips.Member, "S09"));
        Assert.Contains(outsider.Refusal!.Fields, f => f.Code == "Trip.OutsiderNeedsLeader");
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", new DepartureInput
        {
            Secrecy = SecrecyGate.No,
            DepartedAt = Trips.Departs,
            Participants = [new ParticipantConfirmation { PersonId = Trips.Lead, Went = true },
                new ParticipantConfirmation { PersonId = Trips.Member, Went = false, Reason = "Ốm" }],
        });
        Assert.Equal(Trips.Lead, (await portal.TripAsync(id)).TripLeaderId);
    }

    [Fact]
    public async Task E_T10_Each_area_of_a_trip_needs_its_contact_and_its_part_of_the_report()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync(Trips.Notice("A017", "A018"));
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        var one = await portal.AnswerAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local, "A017"));
        Assert.Contains(one.Refusal!.Fields, f => f is { Code: "Trip.ContactMissing", Clause: "Đ9.2" });
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local, "A017", "A018"));
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(5));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var half = await portal.AnswerAsync(id, "result", Trips.Member, "Submit", Trips.Result("A017"));
        Assert.Contains(half.Refusal!.Fields, f => f.Code == "Trip.AreaWithoutPart");
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result("A017", "A018"));
    }

    [Fact]
    public async Task X_03_The_mark_of_a_classified_document_is_confirmed_to_be_none_before_anything_is_kept()
    {
        await using var portal = await TestPortal.CreateAsync();
        var notice = Trips.Notice() with
        {
            Purpose = "Trao đổi về văn bản có dấu MẬT",
            Programme = [Trips.Notice().Programme![0] with { Content = "" }]
        };
        var refused = await portal.StartAsync("field-trip", Trips.Member, notice);
        var mark = Assert.Single(refused.Refusal!.Fields, f => f.Path == "secrecy");
        Assert.Equal(("Secrecy.ConfirmMark", "Đ7.A.6", "MẬT"), (mark.Code, mark.Clause, mark.Args[0]));
        Assert.Contains(refused.Refusal.Fields, f => f.Path.StartsWith("programme", StringComparison.Ordinal));
        Assert.Equal(0, await portal.ReadAsync(db => db.Submissions.CountAsync()));

        var sound = notice with { Programme = Trips.Notice().Programme };
        Assert.False((await portal.StartAsync("field-trip", Trips.Member, sound)).IsSuccess);
        var sent =
            await portal.StartAsync("field-trip", Trips.Member, sound with { Secrecy = SecrecyGate.No with { MarksConfirmed = true } });
        Assert.True(sent.IsSuccess, sent.Refusal?.ToString());
        Assert.Contains("\"marksConfirmed\":true", await portal.ReadAsync(db => db.Submissions.Select(x => x.Json).SingleAsync()),
            StringComparison.Ordinal);

        // A word that only looks like it, and small letters, are none.
        await portal.NotifyAsync(Trips.Notice() with { Purpose = "Giữ bí mật nội bộ, MẬTĐỘ, mật thiết" });
    }

    [Fact]
    public async Task E_T13_A_state_secret_leaves_a_stub_only_and_the_trip_goes_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var secret = new SecrecyGate
        {
            ContainsStateSecret = true,
            Stub = new OffSystemStub { Level = SecrecyLevel.Secret, Keeper = "Văn thư", StoragePlace = "Tủ mật" }
        };
        var leak = await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Secrecy = secret });
        Assert.Contains(leak.Refusal!.Fields, f => f is { Path: "purpose", Code: "Secrecy.ContentWithStub" });
        var id = await portal.NotifyAsync(Trips.Notice() with { Secrecy = secret, Purpose = null, Programme = null, AdHocText = null });
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        Assert.True(await portal.ReadAsync(db => db.Submissions.AnyAsync(s => s.CaseId == id && s.IsStub)));
    }

    [Fact]
    public async Task E_T12_A_member_reserves_an_opinion_that_nobody_can_take_away()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "Decline", Trips.Opinion("Chưa cần thiết đi đợt này"));
        var decision = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        var form = FormInput.ToJson(new ReservedOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = "Vẫn cần đi",
            Difference = "Khác về thời điểm",
            Grounds = "Kiến nghị của xã",
            DiffersFrom = OpinionDiffersFrom.LeaderInCharge
        });
        Assert.Equal("Common.NotFound", (await portal.Acts.ReserveAsync(portal.Person("S09"), id, decision.Id, form)).Refusal!.Code);
        Assert.True((await portal.Acts.ReserveAsync(portal.Person(Trips.Member), id, decision.Id, form)).IsSuccess);
        portal.GoTo(new DateTime(2026, 10, 20, 8, 0, 0));
        Assert.True((await portal.Acts.ReserveAsync(portal.Person("S33"), id, decision.Id, form)).IsSuccess);

        var opinions = await portal.ReadAsync(db => db.ReservedOpinions.OrderBy(o => o.At).ToListAsync());
        Assert.Equal([false, true], opinions.Select(o => o.IsLate));
        Assert.Equal(
            "Common.Forbidden", (await portal.Acts.WithdrawReservedAsync(portal.Person(Trips.Leader), opinions[0].Id)).Refusal!.Code);
        Assert.True((await portal.Acts.WithdrawReservedAsync(portal.Person(Trips.Member), opinions[0].Id)).IsSuccess);
        var response = new Remark("Đã xem, sẽ bố trí đợt sau.", HoldsNoSecret: true);
        Assert.True((await portal.Acts.RespondToReservedAsync(portal.Person(Trips.Leader), opinions[1].Id, response)).IsSuccess);
        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Head), id)).Value;
        Assert.Equal(["Vẫn cần đi", "Vẫn cần đi"], view.Reserved.Select(o => o.Opinion));
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == Trips.Head && n.Kind == NotificationKind.ReservedOpinion)));
    }

    [Fact]
    public async Task X_08_A_leader_who_travels_does_not_decide_on_the_own_trip()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync(Trips.Notice() with { ParticipantIds = [Trips.Member, Trips.Leader] });
        var review = await portal.OpenTaskAsync(id, "review");
        Assert.Equal([Trips.Head], review.Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        Assert.Equal("Common.Forbidden",
            (await portal.AnswerAsync(review.Id, Trips.Leader, "Acknowledge", FormInput.ToJson(Trips.Opinion()))).Refusal!.Code);
        await portal.MustAsync(id, "review", Trips.Head, "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task A_directive_with_a_date_becomes_a_leader_task_that_is_done_and_accepted()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(
            "Chú ý tình hình chi bộ ghép",
            new DirectiveInput { Content = "Báo cáo riêng về chi bộ ghép", AssigneeId = Trips.Member, Due = new DateOnly(2026, 10, 16) }));
        var child = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ParentId == id));
        Assert.Equal("NV-2026/0001", child.Number);
        Assert.Equal("Common.Forbidden", (await portal.AnswerAsync(child.Id, "accept", Trips.Lead, "Accept", new { })).Refusal!.Code);
        await portal.MustAsync(child.Id, "accept", Trips.Member, "Accept", new { });
        await portal.MustAsync(child.Id, "work", Trips.Leader, "Extend",
            new Portal.Domain.LeaderTasks.NewDueInput
            {
                Secrecy = SecrecyGate.No,
                NewDue = new DateOnly(2026, 10, 20),
                Reason = "Thêm thời gian khảo sát"
            });
        await portal.MustAsync(child.Id, "work", Trips.Member, "Report",
            new Portal.Domain.LeaderTasks.LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã khảo sát 12 chi bộ" });
        await portal.MustAsync(child.Id, "review", Trips.Leader, "Return",
            new Portal.Domain.LeaderTasks.TaskReasonInput { Secrecy = SecrecyGate.No, Reason = "Bổ sung danh sách chi bộ" });
        await portal.MustAsync(child.Id, "work", Trips.Member, "Report",
            new Portal.Domain.LeaderTasks.LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã bổ sung" });
        var done = await portal.MustAsync(child.Id, "review", Trips.Leader, "AcceptReport", new { });
        Assert.Equal(CaseState.Closed, done.State);
    }

    [Fact]
    public async Task Notes_end_by_time_one_day_after_the_planned_return()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddHours(23));
        await portal.TickAsync();
        Assert.Equal(["notes"], await portal.OpenStepsAsync(id));
        portal.GoTo(Trips.Returns.AddHours(24).AddMinutes(1));
        await portal.TickAsync();
        Assert.Equal(["result"], await portal.OpenStepsAsync(id));
        Assert.Equal(FieldTripStatus.AwaitingResult, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task People_are_reminded_the_evening_before_on_the_day_and_at_the_planned_return()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        async Task<int> ToldAsync(DateTime local)
        {
            portal.GoTo(local);
            await portal.TickAsync();
            var now = portal.Now;
            return await portal.ReadAsync(db => db.Notifications.CountAsync(n =>
                n.CaseId == id && n.PersonId == Trips.Member && n.Kind == NotificationKind.DueSoon && n.At == now));
        }

        Assert.Equal(0, await ToldAsync(Trips.Departs.AddDays(-1).Date.AddHours(16)));
        Assert.Equal(1, await ToldAsync(Trips.Departs.AddDays(-1).Date.AddHours(17)));
        Assert.Equal(1, await ToldAsync(Trips.Departs.Date.AddHours(7)));
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        Assert.Equal(0, await ToldAsync(Trips.Returns.AddMinutes(-5)));
        Assert.Equal(1, await ToldAsync(Trips.Returns));
    }

    [Fact]
    public async Task Delegate_acts_visibly_for_the_leader_and_only_within_the_period()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.Operations.RunAsync(portal.Person(Trips.Leader), o =>
        {
            var grant = new Portal.Domain.Organisation.DelegationGrant
            {
                PrincipalId = Trips.Leader,
                DelegateId = "L5",
                GrantedOn = new DateOnly(2026, 10, 5),
                ValidFrom = new DateOnly(2026, 10, 5),
                ValidTo = new DateOnly(2026, 10, 6)
            };
            grant.Accept("L5", o.Context.Now);
            o.Db.Delegations.Add(grant);
            return Task.FromResult(Portal.Domain.Common.Result.Ok);
        });
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ReferenceCache>(portal.Services)
            .Invalidate();
        var id = await portal.NotifyAsync();
        Assert.Equal(1, (await portal.Tasks.InboxAsync(portal.Person("L5"), new TaskFilter())).Total);
        await portal.MustAsync(id, "review", "L5", "Acknowledge", Trips.Opinion());
        var decision = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        Assert.Equal(("L5", Trips.Leader), (decision.DeciderId, decision.ActingForId));

        portal.GoTo(new DateTime(2026, 10, 7, 8, 0, 0));
        var next = await portal.NotifyAsync();
        var task = await portal.OpenTaskAsync(next, "review");
        Assert.Equal(
            "Common.NotFound", (await portal.AnswerAsync(task.Id, "L5", "Acknowledge", FormInput.ToJson(Trips.Opinion()))).Refusal!.Code);
    }

    /// <summary>R-RPT-04 [Q]: an item goes to the head as an internal matter does, and is Restricted whatever else it says.</summary>
    [Fact]
    public async Task Flagged_item_tells_the_head_at_once_and_stands_in_no_part_that_everybody_reads()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(5));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var result = Trips.Result();
        await portal.MustAsync(id, "result", Trips.Member, "Submit", result with
        {
            Items = [.. result.Items!, result.Items![0] with { Content = "Dân chủ hình thức", DemocraticCentralism = true }],
        });
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == Trips.Head && n.Kind == NotificationKind.ForHead && n.CaseId == id)));
        var member = (await portal.Cases.FindAsync(portal.Person("S33"), id)).Value.Submissions;
        Assert.DoesNotContain(
            member, s => s.Form?.ToJsonString(FormInput.Json).Contains("Dân chủ hình thức", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Flagged_issue_tells_the_head_at_once_without_content_and_hides_that_part_alone_from_other_members()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(5));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with
        {
            Issues = [new AreaIssueInput { AreaId = "A017", Category = IssueCategory.InternalConflict, Facts = "Mất đoàn kết",
                ProposedSolution = "Làm việc riêng", LeadershipUnity = true }],
        });
        var notice =
            await portal.ReadAsync(db => db.Notifications.SingleAsync(n => n.PersonId == Trips.Head && n.Kind == NotificationKind.ForHead));
        Assert.Equal("CT-2026/0001", notice.Text.InVietnamese());
        var member = (await portal.Cases.FindAsync(portal.Person("S33"), id)).Value.Submissions;
        Assert.DoesNotContain(member, s => s.FormKey == "trip-result-apart");
        Assert.Contains(
            "Ổn định", member.Single(s => s.FormKey == "trip-result").Form!.ToJsonString(FormInput.Json), StringComparison.Ordinal);
        foreach (var reader in new[] { Trips.Member, Trips.Lead, Trips.Head })
        {
            var seen = (await portal.Cases.FindAsync(portal.Person(reader), id)).Value.Submissions;
            Assert.Equal("Mất đoàn kết", (string?)seen.Single(s => s.FormKey == "trip-result-apart").Form!["issues"]![0]!["facts"]);
        }

        Assert.True(await portal.ReadAsync(db =>
            db.AuditEntries.AnyAsync(a => a.Act == "Case.RestrictedRead" && a.PersonId == Trips.Head)));
    }
}
