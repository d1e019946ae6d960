using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes.FieldTrips;

namespace Portal.Tests.Scenarios;

/// <summary>P1, steps 1 to 3, and the trips that start from a plan's items.</summary>
public class TripPlanTests
{
    [Fact]
    public async Task The_calendar_opens_one_plan_for_each_active_group_and_month_however_often_it_looks()
    {
        await using var portal = await TestPortal.CreateAsync();
        var plans = portal.Services.GetRequiredService<CalendarOpenings>();
        Assert.Equal(12, await plans.OpenDueAsync());
        Assert.Equal(0, await plans.OpenDueAsync());
        portal.GoTo(new DateTime(2026, 10, 19, 8, 0, 0));
        Assert.Equal(0, await plans.OpenDueAsync());
        portal.GoTo(new DateTime(2026, 10, 20, 8, 0, 0));
        Assert.Equal(12, await plans.OpenDueAsync());

        var id = await portal.OpenPlanAsync(new DateOnly(2026, 11, 1));
        var task = await portal.OpenTaskAsync(id, "draft");
        Assert.Equal([Trips.Lead], task.Assignees.Select(a => a.PersonId));
        // Sunday 25/10: not after it, so the Friday before, at the end of work.
        Assert.Equal(new DateTime(2026, 10, 23, 17, 0, 0), Portal.Domain.Common.VietnamTime.ToLocal(task.DueAt!.Value));
        Assert.Equal(1, (await portal.Tasks.InboxAsync(portal.Person(Trips.Lead), new TaskFilter { Search = "thang 11/2026" })).Total);
    }

    [Fact]
    public async Task Acceptance_1_Plan_item_without_place_cannot_be_submitted_and_the_message_cites_the_clause()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenPlanAsync();
        var refused = await portal.AnswerAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan(Plans.Item() with { Place = " " }));
        Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "items[0].place", Code: "Plan.PlaceMissing", Clause: "Đ8.1" });
        Assert.Contains("Điều 8", portal.Services.GetRequiredService<Portal.Web.Texts.Localizer>().Of(refused.Refusal.Fields[0]),
            StringComparison.Ordinal);
        Assert.Equal(TripPlanStatus.Draft, (await portal.PlanAsync(id)).Status);
    }

    [Fact]
    public async Task R_PLAN_01_A_month_without_a_trip_says_why_and_ends_with_the_leaders_answer()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenPlanAsync();
        var bare =
            await portal.AnswerAsync(id, "draft", Trips.Lead, "Submit", new TripPlanInput { Secrecy = SecrecyGate.No, NoTrip = true });
        Assert.Contains(bare.Refusal!.Fields, f => f is { Path: "noTripReason", Clause: "Đ8.1" });
        var empty =
            await portal.AnswerAsync(id, "draft", Trips.Lead, "Submit", new TripPlanInput { Secrecy = SecrecyGate.No, NoTrip = false });
        Assert.Contains(empty.Refusal!.Fields, f => f is { Path: "items", Code: "Plan.Empty" });

        await portal.MustAsync(id, "draft", Trips.Lead, "Submit",
            new TripPlanInput { Secrecy = SecrecyGate.No, NoTrip = true, NoTripReason = "Cả nhóm dự lớp bồi dưỡng" });
        var done = await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Plans.Opinion());
        Assert.Equal(CaseState.Closed, done.State);
    }

    [Fact]
    public async Task Returned_and_declined_plans_come_back_with_their_rounds_and_remarks_stay_with_the_items()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenPlanAsync();
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan());
        Assert.Equal(
            "Common.Forbidden", (await portal.AnswerAsync(id, "review", Trips.Lead, "Acknowledge", Plans.Opinion())).Refusal!.Code);
        var silent = await portal.AnswerAsync(id, "review", Trips.Leader, "Return", Plans.Opinion());
        Assert.Contains(silent.Refusal!.Fields, f => f.Path == "opinion");
        await portal.MustAsync(id, "review", Trips.Leader, "Return", Plans.Opinion("Bổ sung thêm một chuyến đi xã khác"));
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan(Plans.Item(), Plans.Item(14, "A018")));
        var wrong = await portal.AnswerAsync(
            id, "review", Trips.Leader, "Decline", Plans.Opinion(null, new PlanItemOpinion { Item = 3, Text = "Trùng lịch họp" }));
        Assert.Contains(wrong.Refusal!.Fields, f => f is { Path: "itemOpinions[0].item", Code: "Plan.NoSuchItem" });
        await portal.MustAsync(id, "review", Trips.Leader, "Decline",
            Plans.Opinion(null, new PlanItemOpinion { Item = 2, Text = "Trùng lịch họp Thường trực" }));
        Assert.Equal(TripPlanStatus.Rejected, (await portal.PlanAsync(id)).Status);
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan(Plans.Item(), Plans.Item(21, "A018")));
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective",
            Plans.Opinion(null, new PlanItemOpinion { Item = 2, Text = "Mời thêm Phòng Tổ chức đảng" }));

        var plan = await portal.PlanAsync(id);
        Assert.Equal([(1, ""), (2, "Mời thêm Phòng Tổ chức đảng")], plan.Items.Select(i => (i.Number, i.Directive)));
        Assert.Equal(new DateOnly(2026, 10, 21), plan.Items[1].DateFrom);
        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value;
        Assert.Equal([1, 2, 3], view.Submissions.Where(s => s.FormKey == "trip-plan").Select(s => s.Round));
        Assert.Equal(2, await portal.ReadAsync(db => db.Set<TripPlanItem>().CountAsync(i => i.PlanId == id)));
    }

    [Fact]
    public async Task A_trip_starts_from_an_item_once_and_the_item_follows_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenPlanAsync();
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan());
        var item = (await portal.PlanAsync(id)).Items.Single();
        var early = await portal.StartAsync("field-trip", Trips.Member, Plans.Notice(item));
        Assert.Contains(early.Refusal!.Fields, f => f is { Path: "planItemId", Code: "Plan.ItemNotReleased" });
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Plans.Opinion());

        var trip = await portal.NotifyAsync(Plans.Notice(item));
        Assert.False((await portal.TripAsync(trip)).IsAdHoc);
        var twice = await portal.StartAsync("field-trip", Trips.Member, Plans.Notice(item));
        Assert.Contains(twice.Refusal!.Fields, f => f is { Path: "planItemId", Code: "Plan.ItemNotOpen" });
        var stranger = await portal.StartAsync(
            "field-trip", "S09", Plans.Notice(item) with { AreaIds = ["A001"], ParticipantIds = ["S09"], TripLeaderId = "S09" });
        Assert.Contains(stranger.Refusal!.Fields, f => f is { Path: "planItemId", Code: "Plan.NoSuchItemHere" });

        Assert.Equal(PlanItemState.Notified, (await portal.PlanAsync(id)).Items.Single().State);
        await portal.MustAsync(trip, "review", Trips.Leader, "Decline", Trips.Opinion("Địa bàn đang kiểm tra, chưa đi đợt này"));
        Assert.Equal(PlanItemState.Dropped, (await portal.PlanAsync(id)).Items.Single().State);
    }

    [Fact]
    public async Task A_closed_trip_makes_its_item_done_and_the_board_counts_it_beside_the_ad_hoc_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var items = await portal.AcknowledgedPlanAsync(Plans.Item(), Plans.Item(14, "A018"));
        var id = await portal.ReadyAsync(Plans.Notice(items[0]));
        await portal.NotifyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result());
        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());

        var plans = portal.Services.GetRequiredService<TripPlans>();
        var month = TripPlanFilter.OfMonth(Plans.Month);
        var board = await plans.BoardAsync(portal.Person(Trips.Leader), month);
        var totals = board.Totals.Single(t => t.GroupId == "N03");
        Assert.Equal((2, 1, 0, 0, 1), (totals.Planned, totals.Done, totals.UnderWay, totals.Dropped, totals.AdHoc));
        Assert.False(board.Rows.Single(r => r.ItemId == items[1].Id).MayNotify);
        Assert.True((await plans.BoardAsync(portal.Person(Trips.Member), month)).Rows.Single(r => r.ItemId == items[1].Id).MayNotify);

        // Another group's people learn nothing; compliance sees titles and dates, no purpose.
        Assert.DoesNotContain((await plans.BoardAsync(portal.Person("S09"), month)).Rows, r => r.GroupId == "N03");
        var compliance = await plans.BoardAsync(portal.Person("S38"), month);
        Assert.All(compliance.Rows.Where(r => r.GroupId == "N03"), r => Assert.Equal("", r.Purpose));
        Assert.Equal(3, compliance.Rows.Count(r => r.GroupId == "N03"));

        // RP-02 of any period: a year, one that the plan does not lie in, the day of one trip.
        var year = await BoardAsync(new TripPlanFilter(Plans.Month.AddMonths(-8), Plans.Month.AddMonths(4).AddDays(-1)));
        Assert.Equal((2, 1, 1), (year.Totals.Single().Planned, year.Totals.Single().Done, year.Totals.Single().AdHoc));
        Assert.Empty((await BoardAsync(TripPlanFilter.OfMonth(Plans.Month.AddMonths(3)))).Rows);
        var day = board.Rows.Single(r => r.ItemId == items[1].Id).From;
        Assert.Equal([items[1].Id], (await BoardAsync(new TripPlanFilter(day, day))).Rows.Select(r => r.ItemId));

        // The groups of one leader, and of another.
        Assert.Equal(3, (await BoardAsync(month with { LeaderId = Trips.Leader })).Rows.Count);
        Assert.Empty((await BoardAsync(month with { LeaderId = Trips.Head })).Rows);

        // Files show what the page shows, to whoever asks; that they were taken away is recorded.
        var files = portal.Services.GetRequiredService<TripPlanFiles>();
        foreach (var (person, hasPurpose) in new[] { (Trips.Leader, true), ("S38", false) })
        {
            var taken = (await plans.ExportAsync(portal.Person(person), month with { GroupId = "N03" })).Value;
            var context = await portal.Operations.ContextAsync(portal.Person(person), portal.Now);
            var told = OfficeFiles.Part(files.Document(taken, month, context), "word/document.xml");
            Assert.Contains(context.Directory.AreaName("A018"), told, StringComparison.Ordinal);
            Assert.Equal(hasPurpose, told.Contains(items[1].Content.Purpose!, StringComparison.Ordinal));
            Assert.NotEmpty(files.Sheet(taken, month, context));
        }

        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "TripPlan.Exported")));

        Task<PlanBoard> BoardAsync(TripPlanFilter filter) =>
            plans.BoardAsync(portal.Person(Trips.Leader), filter with { GroupId = "N03" });
        Assert.Empty(await plans.SuggestAsync(portal.Person("S09"), "N03"));
        var suggested = await plans.SuggestAsync(portal.Person(Trips.Lead), "N03");
        Assert.Equal("A017", suggested[^1].AreaId);
        Assert.Equal((new DateOnly(2026, 10, 8), 2), (suggested[^1].LastVisit, suggested[^1].OpenItems));
    }

    [Fact]
    public async Task Items_are_dropped_and_moved_with_a_reason_until_the_month_is_over()
    {
        await using var portal = await TestPortal.CreateAsync();
        var items = await portal.AcknowledgedPlanAsync(Plans.Item(), Plans.Item(14, "A018"));
        var id = items[0].PlanId;
        Assert.Empty((await portal.Tasks.InboxAsync(portal.Person(Trips.Lead), new TaskFilter { ProcessKey = "monthly-trip-plan" })).Rows);
        await portal.MustAsync(id, "items", Trips.Lead, "DropItem",
            new PlanItemDropInput { Secrecy = SecrecyGate.No, Item = 1, Reason = "Xã đang có đoàn thanh tra" });
        await portal.MustAsync(id, "items", Trips.Lead, "MoveItem",
            new PlanItemMoveInput
            {
                Secrecy = SecrecyGate.No,
                Item = 2,
                DateFrom = new DateOnly(2026, 10, 22),
                DateTo = new DateOnly(2026, 10, 22),
                Reason = "Địa bàn đề nghị lùi lại"
            });
        var plan = await portal.PlanAsync(id);
        Assert.Equal([PlanItemState.Dropped, PlanItemState.Planned], plan.Items.Select(i => i.State));
        Assert.Equal((new DateOnly(2026, 10, 22), new DateOnly(2026, 10, 14)), (plan.Items[1].DateFrom, plan.Items[1].MovedFrom));
        Assert.Equal("Common.Forbidden",
            (await portal.AnswerAsync(id, "items", Trips.Leader, "DropItem",
                new PlanItemDropInput { Secrecy = SecrecyGate.No, Item = 2, Reason = "Không thuộc quyền làm" })).Refusal!.Code);

        portal.GoTo(new DateTime(2026, 11, 1, 0, 1, 0));
        await portal.TickAsync();
        Assert.Equal((TripPlanStatus.Superseded, CaseState.Closed),
            ((await portal.PlanAsync(id)).Status, (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value.Case.State));
    }

    [Fact]
    public async Task A_missing_notice_is_brought_to_mind_three_working_days_before_and_on_the_day_once_each()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcknowledgedPlanAsync(Plans.Item(13));
        Task<List<string>> ToldAsync(NotificationKind kind) =>
            portal.ReadAsync(db => db.Notifications
                .Where(n => n.Kind == kind && ((string)(object)n.Text).Contains("Notice.TripToReport"))
                .Select(n => n.PersonId)
                .OrderBy(p => p)
                .ToListAsync());
        portal.GoTo(new DateTime(2026, 10, 7, 8, 0, 0));
        await portal.TickAsync();
        Assert.Empty(await ToldAsync(NotificationKind.DueSoon));
        portal.GoTo(new DateTime(2026, 10, 8, 8, 0, 0));
        await portal.TickAsync();
        portal.GoTo(new DateTime(2026, 10, 9, 8, 0, 0));
        await portal.TickAsync();
        Assert.Equal([Trips.Lead], await ToldAsync(NotificationKind.DueSoon));
        portal.GoTo(new DateTime(2026, 10, 13, 8, 0, 0));
        await portal.TickAsync();
        await portal.TickAsync();
        Assert.Equal([Trips.Leader, Trips.Lead], await ToldAsync(NotificationKind.Overdue));
    }

    [Fact]
    public async Task A_directive_on_a_plan_with_a_date_becomes_a_leader_task()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenPlanAsync();
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan());
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Plans.Opinion("Kết hợp rà soát hồ sơ đảng viên") with
        {
            Directives =
                [new DirectiveInput { Content = "Báo cáo kết quả rà soát", AssigneeId = Trips.Lead, Due = new DateOnly(2026, 10, 30) }],
        });
        var child = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ParentId == id));
        Assert.Equal(LeaderTaskStatus.Assigned.ToString(), child.Status);
    }
}
