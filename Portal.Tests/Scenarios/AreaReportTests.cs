using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.AreaReports;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Guidance;
using Portal.Domain.LeaderTasks;
using Portal.Domain.ReportItems;
using Portal.Tests.Processes;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Web.Processes.AreaReports;
using Portal.Web.Shared;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>S-01 and RP-06 (Đ8.2, Đ5.1): the report of a month, from the day the calendar opens it to the leader's note.</summary>
public class AreaReportTests
{
    /// <summary>Of no group of the area.</summary>
    private const string Substitute = "S14";

    private static readonly DateOnly October = new(2026, 10, 1);

    [Fact]
    public async Task The_calendar_opens_one_for_each_watched_area_on_the_first_working_day_and_none_twice()
    {
        await using var portal = await TestPortal.CreateAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Lead, Substitute, "");
        // 01/11/2026 is a Sunday.
        portal.GoTo(new DateTime(2026, 11, 1, 8, 0, 0));
        await portal.OpenDueAsync();
        Assert.Empty(await ReportsAsync(portal));

        portal.GoTo(new DateTime(2026, 11, 2, 8, 0, 0));
        await portal.OpenDueAsync();
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Lead), portal.Now);
        var watched = context.Directory.Data.Areas.Where(a => context.Directory.GroupOfArea(a.Id, context.Today) is not null).ToList();
        var reports = await ReportsAsync(portal);
        Assert.Equal(watched.Select(a => a.Id).Order(), reports.Select(r => r.AreaId).Order());
        Assert.Equal(0, await portal.OpenDueAsync());

        // One notice of all for each, with a way to them; and for who stands in.
        var own = context.Directory.AreasOfGroup("N03", context.Today).Count();
        foreach (var person in new[] { Trips.Lead, Trips.Member, Substitute })
        {
            var told = Assert.Single(await portal.ReadAsync(db =>
                db.Notifications.Where(n => n.PersonId == person && n.CaseId == null).ToListAsync()));
            Assert.Equal(Routes.Inbox, Routes.OfNotice(told));
            Assert.Contains($"{own} địa bàn", told.Text.InVietnamese(), StringComparison.Ordinal);
        }

        var task = await portal.OpenTaskAsync(reports.Single(r => r.AreaId == AreaReports.Area).CaseId, "draft");
        Assert.Contains(Trips.Member, task.Assignees.Select(a => a.PersonId));
        Assert.Equal(new DateTime(2026, 11, 4, 17, 0, 0), VietnamTime.ToLocal(task.DueAt!.Value));
    }

    [Fact]
    public async Task An_area_that_came_into_being_after_the_month_has_none_unless_it_took_others_over()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.Operations.RunAsync(Portal.Domain.Organisation.Actor.System, async o =>
        {
            var like = await o.Db.Areas.FirstAsync(a => a.Id == AreaReports.Area);
            foreach (var id in new[] { "M901", "M902" })
            {
                o.Db.Areas.Add(new MonitoredArea
                {
                    Id = id,
                    Name = $"Xã {id}",
                    KindId = like.KindId,
                    PartyCommittee = like.PartyCommittee,
                    ValidFrom = new DateOnly(2026, 11, 1),
                });
                o.Db.AreaAssignments.Add(new AreaAssignment
                {
                    AreaId = id,
                    GroupId = "N03",
                    ValidFrom = new DateOnly(2026, 11, 1),
                    DecisionId = (await o.Db.AreaAssignments.FirstAsync()).DecisionId,
                });
            }

            o.Db.AreaLineage.Add(new AreaLineage
            {
                PredecessorId = "A018",
                SuccessorId = "M902",
                Kind = LineageKind.Merge,
                On = new DateOnly(2026, 11, 1),
            });
            return Result.Ok;
        });
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();
        portal.GoTo(new DateTime(2026, 11, 2, 8, 0, 0));
        await portal.OpenDueAsync();
        var areas = (await ReportsAsync(portal)).ConvertAll(r => r.AreaId);
        Assert.DoesNotContain("M901", areas);
        Assert.Contains("M902", areas);
    }

    [Fact]
    public async Task What_the_month_brought_stands_in_the_draft_with_its_source_and_most_of_a_usual_report_is_written_already()
    {
        await using var portal = await TestPortal.CreateAsync();
        var trip = await TripOfOctoberAsync(portal);
        var id = await NovemberAsync(portal);
        var known = await DraftAsync(portal, id, Trips.Member);
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == trip).Select(c => c.Number).SingleAsync());
        Assert.Contains(number, known.General!, StringComparison.Ordinal);
        var result = Assert.Single(known.Results!);
        Assert.Equal(WorkDomains.PartyOrgAndMembers, result.Domain);
        Assert.Contains("Ổn định", result.Text, StringComparison.Ordinal);
        Assert.Contains(number, result.Text, StringComparison.Ordinal);
        Assert.Equal(["Thiếu công chức", "Chi bộ bốn tốt"], known.Items!.Select(i => i.What));
        Assert.All(known.Items!, i => Assert.True(i.Include));

        // Đ8.2: a usual report adds a sentence of one's own.
        var sent = known with
        {
            Secrecy = SecrecyGate.No,
            General = known.General + "\nTình hình chung ổn định.",
            ConcernsPersonnel = false,
        };
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", sent);
        var words = (Known: WordsOf(known), All: WordsOf(sent));
        Assert.True(words.Known >= 0.8 * words.All, $"{words.Known} of {words.All} words come from the records");
    }

    [Fact]
    public async Task An_item_of_a_trip_is_reported_by_the_months_report_once_directed_there_and_left_out_ones_wait_for_the_next()
    {
        await using var portal = await TestPortal.CreateAsync();
        await TripOfOctoberAsync(portal);
        var id = await NovemberAsync(portal);
        var known = await DraftAsync(portal, id, Trips.Member);
        var rows = known.Items!;
        var report = known with
        {
            Secrecy = SecrecyGate.No,
            Items = [rows[0], rows[1] with { Include = false, What = "Điều không có trong sổ" }],
            NewItems = [NewItem("Thiếu trụ sở làm việc")],
            ConcernsPersonnel = false,
        };
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", report);
        Assert.Equal(ReportItemState.New, (await ItemAsync(portal, rows[0].ItemId!.Value)).State);
        Assert.Equal("Chi bộ bốn tốt", (await portal.AreaReportAsync(id)).Content.Items![1].What);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", AreaReports.Note());
        Assert.Equal(ReportItemState.Reported, (await ItemAsync(portal, rows[0].ItemId!.Value)).State);
        Assert.Equal(ReportItemState.New, (await ItemAsync(portal, rows[1].ItemId!.Value)).State);

        foreach (var (number, path) in new[] { (2, "itemDirections[0].item"), (9, "itemDirections[0].item") })
        {
            var wrong = await portal.AnswerAsync(id, "review", Trips.Leader, "Acknowledge", Directed((number, "Chỉ đạo")));
            Assert.Equal(path, Assert.Single(wrong.Refusal!.Fields).Path);
        }

        await portal.MustAsync(
            id, "review", Trips.Leader, "AcknowledgeWithDirective",
            Directed((1, "Trình phương án điều động"), (3, "Báo cáo Ban cán sự")));
        var directed = await ItemAsync(portal, rows[0].ItemId!.Value);
        Assert.Equal((ReportItemState.Directed, "Trình phương án điều động"), (directed.State, directed.Direction));
        var added = await portal.ReadAsync(db => db.ReportItems.SingleAsync(i => i.SourceCaseId == id));
        Assert.Equal((ReportItemState.Directed, "Thiếu trụ sở làm việc"), (added.State, added.Content));
        Assert.Equal(AreaReportStatus.Closed, (await portal.AreaReportAsync(id)).Status);

        // The next month offers what was left out, and nothing that was reported.
        portal.GoTo(new DateTime(2026, 12, 1, 8, 0, 0));
        var next = await DraftAsync(portal, await portal.OpenReportAsync(month: new DateOnly(2026, 11, 1)), Trips.Member);
        Assert.Equal([rows[1].ItemId], next.Items!.Select(i => i.ItemId));
    }

    [Fact]
    public async Task What_is_restricted_or_of_another_area_is_neither_offered_nor_taken_and_what_judges_people_stays_apart()
    {
        await using var portal = await TestPortal.CreateAsync();
        var secret = await EnterAsync(portal, AreaReports.Area, restricted: true);
        var strange = await EnterAsync(portal, "A018", restricted: false);
        var id = await portal.OpenReportAsync();
        Assert.Null((await DraftAsync(portal, id, Trips.Lead)).Items);
        foreach (var item in new[] { secret, strange, Guid.NewGuid() })
        {
            var row = new CarriedItem { Item = 1, ItemId = item, Include = true };
            var refused = await portal.AnswerAsync(id, "draft", Trips.Lead, "Submit", AreaReports.Report(row));
            Assert.Equal(("items[0].item", "AreaReport.NoSuchItem"), (refused.Refusal!.Fields[0].Path, refused.Refusal.Fields[0].Code));
        }

        const string Judging = "Bí thư điều hành chưa quyết đoán";
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", AreaReports.Report() with
        {
            NewItems = [NewItem(Judging) with { ConcernsPersonnel = true }, NewItem("Thiếu trụ sở")],
        });
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", AreaReports.Note());
        var other = await portal.Cases.FindAsync(portal.Person("S33"), id);
        Assert.DoesNotContain(Judging, string.Join(' ', other.Value.Submissions.Select(s => s.Form?.ToJsonString(FormInput.Json))),
            StringComparison.Ordinal);
        var rows = await Register(portal).ListAsync(portal.Person(Trips.Leader), new AreaReportFilter(AreaReports.Month));
        Assert.Equal(["Thiếu trụ sở"], Assert.Single(rows.Rows).Content!.NewItems!.Select(i => i.Content));
        var released = await portal.AnswerAsync(
            id, "review", Trips.Leader, "Acknowledge", Directed((2, "Giao phòng")) with
            {
                ItemDirections = [new ItemDirection { Item = 2, Direction = "Giao phòng", DepartmentId = "TCCB" }],
            });
        Assert.Equal("itemDirections[0].departmentId", Assert.Single(released.Refusal!.Fields).Path);
    }

    [Fact]
    public async Task Several_areas_have_nothing_to_report_go_to_the_leader_and_are_noted_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var bulk = portal.Services.GetRequiredService<BulkDecisions>();
        Guid[] cases = [await portal.OpenReportAsync(), await portal.OpenReportAsync("A018"), await portal.OpenReportAsync("A019")];
        await AllAsync(portal, bulk, cases, "draft", Trips.Member, "NothingToReport");
        await AllAsync(portal, bulk, cases, "leadReview", Trips.Lead, "Forward");
        await AllAsync(portal, bulk, cases, "review", Trips.Leader, "Acknowledge");
        Assert.All(
            await ReportsAsync(portal, AreaReports.Month), r => Assert.Equal((AreaReportStatus.Closed, true), (r.Status, r.IsNothing)));
    }

    [Fact]
    public async Task Late_reports_say_why_and_are_marked_and_on_the_compliance_list_whoever_sends_them_one_or_many()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.OpenReportAsync();
        portal.GoTo(new DateTime(2026, 10, 6, 8, 0, 0));
        var bulk = portal.Services.GetRequiredService<BulkDecisions>();
        var task = await portal.OpenTaskAsync(id, "draft");
        var bare = await bulk.DecideAsync(portal.Person(Trips.Lead), [new BulkItem(task.Id, 1)], "NothingToReport", "");
        Assert.Equal(("opinion", "AreaReport.LateReason"),
            (bare[0].Refusal!.Fields[0].Path, bare[0].Refusal!.Fields[0].Code));
        var told = await bulk.DecideAsync(portal.Person(Trips.Lead), [new BulkItem(task.Id, 1)], "NothingToReport", "Chờ số liệu của xã");
        Assert.Null(told[0].Refusal);
        var rows = (await Register(portal).ListAsync(portal.Person(Trips.Leader), new AreaReportFilter(AreaReports.Month))).Rows;
        var row = Assert.Single(rows);
        Assert.True(row is { IsLate: true, IsNothing: true, IsMissing: false });
    }

    [Fact]
    public async Task The_register_shows_each_person_what_section_13_gives_them_and_the_files_name_who_has_not_reported()
    {
        await using var portal = await TestPortal.CreateAsync();
        var sent = await portal.SubmittedReportAsync();
        await portal.OpenReportAsync("A018");
        var personal = await portal.OpenReportAsync("A019");
        await portal.MustAsync(personal, "draft", Trips.Lead, "Submit", AreaReports.Report() with { ConcernsPersonnel = true });
        var filter = new AreaReportFilter(AreaReports.Month);
        async Task<IReadOnlyList<AreaReportRow>> SeenBy(string person) =>
            (await Register(portal).ListAsync(portal.Person(person), filter)).Rows;
        foreach (var person in new[] { "L1", "L4", "S11", "S31" })
        {
            Assert.Equal(3, (await SeenBy(person)).Count);
        }

        foreach (var person in new[] { "S10", "S23", "S03", "S20", "S06", "S08" })
        {
            Assert.Empty(await SeenBy(person));
        }

        Assert.All(await SeenBy("S37"), r => Assert.Null(r.Content));
        var rows = await SeenBy(Trips.Leader);
        Assert.Equal(["A018"], rows.Where(r => r.IsMissing).Select(r => r.AreaId));
        Assert.Null(rows.Single(r => r.AreaId == "A019").Content);

        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Leader), portal.Now);
        var export = (await Register(portal).ExportAsync(portal.Person(Trips.Leader), filter)).Value;
        var files = portal.Services.GetRequiredService<AreaReportFiles>();
        var word = OfficeFiles.Part(files.Document(export, filter, context), "word/document.xml");
        Assert.Contains(context.Directory.AreaName("A018"), word, StringComparison.Ordinal);
        Assert.Contains("Kết nạp 02 đảng viên", word, StringComparison.Ordinal);
        Assert.Equal(1, word.Split("Kết nạp 02 đảng viên").Length - 1);
        Assert.NotEmpty(files.Sheet(export, filter, context));
        Assert.NotEqual(Guid.Empty, sent);
    }

    [Fact]
    public async Task A_briefing_cites_the_source_of_each_passage_and_is_for_the_group_the_leader_in_charge_and_the_head()
    {
        await using var portal = await TestPortal.CreateAsync();
        var trip = await TripOfOctoberAsync(portal);
        var secret = await EnterAsync(portal, AreaReports.Area, restricted: true);
        var task = (await portal.StartAsync("leader-task", Trips.Leader, new LeaderTaskInput
        {
            Secrecy = SecrecyGate.No,
            Content = "Củng cố chi bộ ghép",
            AssigneeId = Trips.Member,
            AreaId = AreaReports.Area,
        })).Value.CaseId;
        var briefings = portal.Services.GetRequiredService<AreaDigests>();
        foreach (var person in new[] { "L3", "S10", "S23", "S37", "S03", "S20", "S06", "S08" })
        {
            var refused = await briefings.MakeAsync(portal.Person(person), AreaReports.Area, October);
            Assert.Equal("Common.NotFound", refused.Refusal?.Code);
        }

        var numbers = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == trip || c.Id == task).Select(c => c.Number).ToListAsync());
        foreach (var person in new[] { Trips.Head, Trips.Leader, Trips.Lead, Trips.Member })
        {
            var made = (await briefings.MakeAsync(portal.Person(person), AreaReports.Area, October)).Value;
            Assert.All(made.Facts, f => Assert.Contains(f.Number, numbers));
            Assert.Equal(["Chi bộ bốn tốt", "Thiếu công chức"], made.Items.Select(i => i.Content).Order(StringComparer.Ordinal));
            Assert.DoesNotContain(made.Items, i => i.Id == secret);
            var context = await portal.Operations.ContextAsync(portal.Person(person), portal.Now);
            var word = OfficeFiles.Part(portal.Services.GetRequiredService<AreaDigestFile>().Make(made, context), "word/document.xml");
            Assert.All(numbers, n => Assert.Contains(n, word, StringComparison.Ordinal));
            Assert.Contains("Củng cố chi bộ ghép", word, StringComparison.Ordinal);
        }

        // All that are open, however many.
        for (var i = 0; i < 30; i++)
        {
            await EnterAsync(portal, AreaReports.Area, restricted: false);
        }

        Assert.Equal(32, (await briefings.MakeAsync(portal.Person(Trips.Lead), AreaReports.Area, October)).Value.Items.Count);

        // What was before the day is left out.
        portal.GoTo(new DateTime(2026, 11, 2, 8, 0, 0));
        var later = (await briefings.MakeAsync(portal.Person(Trips.Lead), AreaReports.Area, new DateOnly(2026, 10, 20))).Value;
        Assert.DoesNotContain(later.Facts, f => f.Kind == AreaFactKind.Visit);
    }

    [Fact]
    public async Task Guidance_that_was_noted_by_itself_stands_in_the_report_and_in_the_briefing_with_its_day()
    {
        await using var portal = await TestPortal.CreateAsync();
        var noted = await portal.Operations.RunAsync(portal.Person(Trips.Lead), o =>
        {
            var made = GuidanceAction.Enter(
                new NewGuidanceInput
                {
                    Secrecy = SecrecyGate.No,
                    Type = GuidanceType.Inspection,
                    AreaId = AreaReports.Area,
                    Domain = WorkDomains.PartyOrgAndMembers,
                    Date = new DateOnly(2026, 9, 30),
                    Content = "Kiểm tra việc lưu hồ sơ đảng viên",
                    ConcernsPersonnel = false,
                },
                o.Context);
            o.Db.Add(made.Value);
            return Task.FromResult(Result.Ok);
        }, portal.Now);
        Assert.True(noted.IsSuccess, noted.Refusal?.ToString());
        var id = await portal.OpenReportAsync();
        var draft = await DraftAsync(portal, id, Trips.Member);
        Assert.Contains("Kiểm tra việc lưu hồ sơ đảng viên (30/09)", draft.General, StringComparison.Ordinal);
        var made = (await portal.Services.GetRequiredService<AreaDigests>()
            .MakeAsync(portal.Person(Trips.Leader), AreaReports.Area, AreaReports.Month)).Value;
        Assert.Contains(made.Facts, f => f.Kind == AreaFactKind.Guidance);
    }

    private static AreaReportRegister Register(TestPortal portal) => portal.Services.GetRequiredService<AreaReportRegister>();

    private static async Task<AreaReportInput> DraftAsync(TestPortal portal, Guid id, string person)
    {
        var actor = portal.Person(person);
        var view = (await portal.Cases.FindAsync(actor, id)).Value;
        var context = await portal.Operations.ContextAsync(actor, portal.Now);
        var process = portal.Services.GetRequiredService<ProcessCatalogue>();
        var known = process.Known(AreaReportForms.Report.Key, context, view);
        var screens = portal.Services.GetRequiredService<ProcessModules>().Of(AreaReports.Process);
        var form = await screens.KnownAsync(AreaReportForms.Report.Key, known, actor, view, context);
        return form.Deserialize<AreaReportInput>(FormInput.Json)!;
    }

    private static async Task<Guid> TripOfOctoberAsync(TestPortal portal)
    {
        var trip = await portal.ReportedAsync();
        await portal.MustAsync(trip, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        return trip;
    }

    private static Task<Guid> NovemberAsync(TestPortal portal)
    {
        portal.GoTo(new DateTime(2026, 11, 2, 8, 0, 0));
        return portal.OpenReportAsync(month: October);
    }

    private static async Task AllAsync(
        TestPortal portal, BulkDecisions bulk, IEnumerable<Guid> cases, string step, string person, string action)
    {
        var items = new List<BulkItem>();
        foreach (var id in cases)
        {
            items.Add(new BulkItem((await portal.OpenTaskAsync(id, step)).Id, 1));
        }

        Assert.Contains(action, (await bulk.ActionsAsync(portal.Person(person), [.. items.Select(i => i.TaskId)])).Select(a => a.Key));
        Assert.All(await bulk.DecideAsync(portal.Person(person), items, action, ""), o => Assert.Null(o.Refusal));
    }

    private static async Task<Guid> EnterAsync(TestPortal portal, string area, bool restricted)
    {
        var acts = portal.Services.GetRequiredService<Portal.Web.Operations.ReportItems.ReportItemActs>();
        var form = FormInput.ToJson(NewItem("Thiếu công chức") with { AreaId = area, ConcernsPersonnel = restricted });
        form["secrecy"] = FormInput.ToJson(SecrecyGate.No);
        return (await acts.EnterAsync(portal.Person(Trips.Lead), form)).Value;
    }

    private static ReportItemInput NewItem(string content) => new()
    {
        AreaId = AreaReports.Area,
        Kind = ReportItemKind.Difficulty,
        Domain = WorkDomains.CivilServants,
        Level = ReportItemLevel.Normal,
        Content = content,
        ConcernsPersonnel = false,
    };

    private static ResultReviewInput Directed(params (int Item, string Words)[] said) => new()
    {
        Secrecy = SecrecyGate.No,
        ItemDirections = [.. said.Select(s => new ItemDirection { Item = s.Item, Direction = s.Words })],
    };

    private static int WordsOf(AreaReportInput report)
    {
        string?[] texts =
        [
            report.General, report.Proposals, report.NextMonth, .. (report.Results ?? []).Select(r => r.Text),
            .. (report.Items ?? []).Select(i => i.What),
        ];
        return texts.OfType<string>().Sum(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static Task<ReportItem> ItemAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.ReportItems.SingleAsync(i => i.Id == id));

    private static Task<List<MonthlyAreaReport>> ReportsAsync(TestPortal portal, DateOnly? month = null)
    {
        var of = month ?? October;
        return portal.ReadAsync(db => db.Set<MonthlyAreaReport>().Where(r => r.Month == of).ToListAsync());
    }
}
