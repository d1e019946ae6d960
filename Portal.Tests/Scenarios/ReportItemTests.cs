using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Tests.TestKit;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Operations.Searching;

namespace Portal.Tests.Scenarios;

/// <summary>Đ5.1, Đ11: an item of an area from the day it is entered to its end.</summary>
public class ReportItemTests
{
    private const string Content = "Thiếu công chức văn phòng – thống kê";

    [Fact]
    public async Task An_item_is_entered_reported_released_answered_directed_and_done_each_by_who_may_and_told_to_who_is_next()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await EnterAsync(portal);
        await MustAsync(portal, Trips.Lead, id, ReportItemAct.Report, Words("Kính đề nghị đồng chí cho ý kiến"));
        Assert.Equal(NotificationKind.ReportItem, (await ToldAsync(portal, Trips.Leader, id))[^1].Kind);

        var (department, staff) = await DepartmentAsync(portal);
        Assert.Equal("Common.NotFound", (await ActAsync(portal, staff, id, ReportItemAct.Answer, Words("Đã rà soát"))).Refusal?.Code);
        await MustAsync(
            portal, Trips.Leader, id, ReportItemAct.Release,
            new JsonObject { ["departmentId"] = department, ["secrecy"] = No(), ["words"] = "Phòng có ý kiến" });
        Assert.NotEmpty(await portal.ReadAsync(db => db.Notifications.Where(n => n.ItemId == id
            && db.Staff.Any(s => s.Id == n.PersonId && s.DepartmentId == department)).ToListAsync()));
        Assert.Equal(1, await Items(portal).AwaitedAsync(portal.Person(staff)));
        await MustAsync(portal, staff, id, ReportItemAct.Answer, Words("Phòng sẽ trình phương án điều động"));
        Assert.Equal(0, await Items(portal).AwaitedAsync(portal.Person(staff)));

        await MustAsync(portal, Trips.Leader, id, ReportItemAct.Direct, new JsonObject
        {
            ["secrecy"] = No(),
            ["words"] = "Trình phương án điều động trong tháng",
            ["assigneeId"] = Trips.Member,
            ["due"] = DateOnly.FromDateTime(portal.Local).AddDays(10).Invariant(),
        });
        var view = (await Items(portal).FindAsync(portal.Person(Trips.Member), id)).Value;
        var task = Assert.IsType<Guid>(view.Item.TaskId);
        Assert.StartsWith("NV-", view.Cases[task], StringComparison.Ordinal);
        var early = await ActAsync(portal, Trips.Lead, id, ReportItemAct.Resolve, Words("Đã xong"));
        Assert.Equal("ReportItem.TaskOpen", early.Refusal?.Code);

        await portal.MustAsync(task, "accept", Trips.Member, "Accept", new JsonObject());
        Assert.Equal(ReportItemState.InProgress, await StateAsync(portal, id));
        var report = new LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã trình phương án" };
        await portal.MustAsync(task, "work", Trips.Member, "Report", report);
        await portal.MustAsync(task, "review", Trips.Leader, "AcceptReport", new JsonObject());
        Assert.Equal(ReportItemState.Resolved, await StateAsync(portal, id));

        var acts = (await Items(portal).FindAsync(portal.Person(Trips.Lead), id)).Value.History.Select(h => h.Act);
        Assert.Equal(
            [
                ReportItemAct.Report, ReportItemAct.Release, ReportItemAct.Answer, ReportItemAct.Direct, ReportItemAct.TaskBegun,
                ReportItemAct.TaskDone,
            ],
            acts);
    }

    [Fact]
    public async Task The_leader_in_charge_is_told_of_an_urgent_item_at_once_in_area_and_kind_and_of_a_restricted_one_in_neither()
    {
        await using var portal = await TestPortal.CreateAsync();
        var open = await EnterAsync(portal, ReportItemLevel.Urgent);
        var restricted = await EnterAsync(portal, ReportItemLevel.Urgent, restricted: true);
        var texts = portal.Services.GetRequiredService<Portal.Web.Texts.Localizer>();
        var context = await ContextAsync(portal);
        var told = Assert.Single(await ToldAsync(portal, Trips.Leader, open));
        Assert.Equal(NotificationKind.UrgentItem, told.Kind);
        Assert.Contains(context.Directory.AreaName("A017"), texts[told.Text], StringComparison.Ordinal);
        var veiled = texts[Assert.Single(await ToldAsync(portal, Trips.Leader, restricted)).Text];
        Assert.DoesNotContain(context.Directory.AreaName("A017"), veiled, StringComparison.Ordinal);

        var usual = await EnterAsync(portal);
        await MustAsync(portal, Trips.Member, usual, ReportItemAct.ChangeLevel, new JsonObject
        {
            ["level"] = "Urgent",
            ["secrecy"] = No(),
            ["words"] = "Dân kéo lên trụ sở xã",
        });
        Assert.Equal(NotificationKind.UrgentItem, Assert.Single(await ToldAsync(portal, Trips.Leader, usual)).Kind);
    }

    [Fact]
    public async Task Every_act_on_an_item_that_somebody_may_not_read_is_not_found_and_every_other_is_what_its_rule_says()
    {
        await using var portal = await TestPortal.CreateAsync();
        Guid[] items = [await EnterAsync(portal), await EnterAsync(portal, restricted: true)];
        var context = await ContextAsync(portal);
        foreach (var id in items)
        {
            var item = await portal.ReadAsync(db => db.ReportItems.SingleAsync(i => i.Id == id));
            foreach (var person in context.Directory.Data.Staff.Select(s => s.Id))
            {
                var reads = ReportItemAccess.CanRead(AccessScope.Of(person, context.Directory, context.Today), item);
                Assert.Equal(reads, (await Items(portal).FindAsync(portal.Person(person), id)).IsSuccess);
                var rows = (await Items(portal).ListAsync(portal.Person(person), new ReportItemFilter())).Rows;
                Assert.Equal(reads, rows.Any(r => r.Id == id));
                foreach (var act in ReportItemForms.Acts)
                {
                    // Nothing is filled in: who may is told what is missing, who may not that they may not.
                    var code = (await ActAsync(portal, person, id, act, [])).Refusal?.Code;
                    Assert.True(reads || code == "Common.NotFound", $"{act} by {person}: {code}");
                }
            }
        }

        Assert.All(
            await portal.ReadAsync(db => db.ReportItems.Where(i => items.Contains(i.Id)).ToListAsync()),
            i => Assert.True(i.State is ReportItemState.New or ReportItemState.Reported or ReportItemState.InProgress));
    }

    [Fact]
    public async Task A_restricted_item_stands_in_no_list_file_or_search_in_words_and_its_task_is_restricted_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await EnterAsync(portal, restricted: true);
        var row = Assert.Single((await Items(portal).ListAsync(portal.Person(Trips.Leader), new ReportItemFilter())).Rows);
        Assert.Equal((true, ""), (row.IsRestricted, row.Content));
        Assert.Empty((await Items(portal).ExportAsync(portal.Person(Trips.Leader), new ReportItemFilter())).Value);
        var found = await portal.Services.GetRequiredService<Search>().FindAsync(portal.Person(Trips.Leader), "thong ke");
        Assert.Empty(found.Items);
        await Items(portal).FindAsync(portal.Person(Trips.Leader), id);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "Item.RestrictedRead")));

        await MustAsync(portal, Trips.Leader, id, ReportItemAct.Direct, new JsonObject
        {
            ["secrecy"] = No(),
            ["words"] = "Gặp gỡ, nắm tình hình",
            ["assigneeId"] = Trips.Lead,
        });
        var task = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ProcessKey == "leader-task"));
        Assert.Equal(Sensitivity.Restricted, task.Sensitivity);
        Assert.DoesNotContain("gap go", task.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_department_finds_what_was_released_to_it_and_no_longer_what_was_taken_back()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await EnterAsync(portal);
        var (department, someone) = await DepartmentAsync(portal);
        var staff = portal.Person(someone);
        var search = portal.Services.GetRequiredService<Search>();
        Assert.Empty((await search.FindAsync(staff, "thong ke")).Items);
        await MustAsync(portal, Trips.Leader, id, ReportItemAct.Release, new JsonObject { ["departmentId"] = department });
        Assert.Equal(id, Assert.Single((await search.FindAsync(staff, "thong ke")).Items).Id);
        await MustAsync(portal, Trips.Leader, id, ReportItemAct.Recall, Words("Chuyển nhầm phòng khác"));
        Assert.Empty((await search.FindAsync(staff, "thong ke")).Items);
        Assert.False((await Items(portal).FindAsync(staff, id)).IsSuccess);
    }

    [Fact]
    public async Task The_second_of_two_who_act_is_told_of_the_first_and_a_secret_is_kept_nowhere()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await EnterAsync(portal);
        var seen = (await Items(portal).FindAsync(portal.Person(Trips.Lead), id)).Value.Item.Version;
        await MustAsync(portal, Trips.Member, id, ReportItemAct.Note, Words("Xã đã có văn bản"));
        var late = await Acts(portal).ActAsync(portal.Person(Trips.Lead), id, ReportItemAct.Report, [], seen);
        Assert.Equal("Common.ChangedMeanwhile", late.Refusal?.Code);
        var texts = portal.Services.GetRequiredService<Portal.Web.Texts.Localizer>();
        Assert.Contains("Cập nhật tình hình", texts.Of(late.Refusal!), StringComparison.Ordinal);

        var stub = new JsonObject
        {
            ["secrecy"] = new JsonObject
            {
                ["containsStateSecret"] = true,
                ["stub"] = new JsonObject
                {
                    ["documentNumber"] = "12-BC/TU",
                    ["documentDate"] = "2026-10-01",
                    ["level"] = "Secret",
                    ["keeper"] = "Văn thư",
                    ["storagePlace"] = "Tủ mật",
                    ["toldTo"] = "Trưởng ban",
                },
            },
        };
        var kept = await ActAsync(portal, Trips.Member, id, ReportItemAct.Note, stub);
        Assert.True(kept.IsSuccess, string.Join(';', kept.Refusal?.Fields.Select(f => f.Path + f.Code) ?? []));
        var last = (await Items(portal).FindAsync(portal.Person(Trips.Member), id)).Value.History[^1];
        Assert.Equal(("", "12-BC/TU"), (last.Words, last.Stub?.DocumentNumber));
    }

    [Fact]
    public async Task A_substitute_directs_in_the_leaders_place_and_the_task_is_the_leaders()
    {
        await using var portal = await TestPortal.CreateAsync();
        const string Substitute = "L3";
        var id = await EnterAsync(portal, restricted: true);
        var before = await ActAsync(portal, Substitute, id, ReportItemAct.Reject, Words("Chưa thuộc diện"));
        Assert.Equal("Common.NotFound", before.Refusal?.Code);
        await DelegateAsync(portal, Trips.Leader, Substitute);
        await MustAsync(portal, Substitute, id, ReportItemAct.Direct, new JsonObject
        {
            ["secrecy"] = No(),
            ["words"] = "Gặp gỡ, nắm tình hình",
            ["assigneeId"] = Trips.Lead,
        });
        var line = (await Items(portal).FindAsync(portal.Person(Trips.Leader), id)).Value.History[^1];
        Assert.Equal((Substitute, Trips.Leader), (line.PersonId, line.ActingForId));
        Assert.Equal(Trips.Leader, (await portal.ReadAsync(db => db.Set<LeaderTask>().SingleAsync())).LeaderId);
        Assert.Equal(Trips.Leader, (await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Act == "Item.Direct"))).ActingForId);
    }

    /// <summary>R-RPT-04 [Q]: a delegation does not pass on what is the head's unless the head said so.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_flagged_is_told_to_the_head_and_directed_in_the_heads_place_only_by_the_heads_choice(bool isChosen)
    {
        await using var portal = await TestPortal.CreateAsync();
        const string Substitute = "L3";
        var entered = await Acts(portal).EnterAsync(portal.Person(Trips.Member), FormInput.ToJson(Item() with { LeadershipUnity = true }));
        var told = await ToldAsync(portal, Trips.Head, entered.Value);
        Assert.Equal((NotificationKind.ForHead, LocalText.Of("ReportItem.Restricted")), (Assert.Single(told).Kind, told[0].Text));
        await DelegateAsync(portal, Trips.Head, Substitute, includesHeadOnly: isChosen);
        await MustAsync(portal, Trips.Lead, entered.Value, ReportItemAct.Report, Words("Kính đề nghị đồng chí cho ý kiến"));
        foreach (var act in new[] { ReportItemAct.Direct, ReportItemAct.Resolve })
        {
            Assert.Equal("ReportItem.OnlyHead", (await ActAsync(portal, Trips.Leader, entered.Value, act, Words("Xem xét"))).Refusal?.Code);
            var done = await ActAsync(portal, Substitute, entered.Value, act, Words("Đã gặp gỡ, thống nhất"));
            Assert.Equal(isChosen, done.IsSuccess);
        }
    }

    [Fact]
    public async Task An_item_of_a_trip_report_begins_its_life_when_the_trip_is_closed_as_the_leader_directed_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var closed = await portal.ReportedAsync();
        await portal.MustAsync(closed, "resultReview", Trips.Leader, "AcknowledgeWithDirective", new ResultReviewInput
        {
            Secrecy = SecrecyGate.No,
            ItemDirections = [new ItemDirection { Item = 1, Direction = "Làm việc với sở" }],
        });
        var items = await portal.ReadAsync(db => db.ReportItems.Include(i => i.History).Where(i => i.SourceCaseId == closed).ToListAsync());
        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.Equal(i.State == ReportItemState.Directed, i.History.Any(h => h.Act == ReportItemAct.Direct)));
        var view = (await Items(portal).FindAsync(portal.Person(Trips.Lead), items[0].Id)).Value;
        Assert.StartsWith("CT-", view.Cases[closed], StringComparison.Ordinal);
    }

    private static ReportItemQueries Items(TestPortal portal) => portal.Services.GetRequiredService<ReportItemQueries>();

    private static ReportItemActs Acts(TestPortal portal) => portal.Services.GetRequiredService<ReportItemActs>();

    // A specialist department, and somebody of it who watches no area of the item's group.
    private static async Task<(string Department, string Person)> DepartmentAsync(TestPortal portal)
    {
        var context = await ContextAsync(portal);
        var directory = context.Directory;
        return directory.Data.Departments.Where(d => d.IsSpecialist)
            .SelectMany(d => directory.Data.Staff.Where(s => s.DepartmentId == d.Id).Select(s => (d.Id, s.Id)))
            .First(s => !directory.GroupsOf(s.Item2, context.Today).Contains("N03") && !directory.IsLeader(s.Item2, context.Today));
    }

    private static async Task<CaseContext> ContextAsync(TestPortal portal) =>
        await portal.Operations.ContextAsync(portal.Person(Trips.Leader));

    private static JsonObject No() => new() { ["containsStateSecret"] = false };

    private static JsonObject Words(string text) => new() { ["secrecy"] = No(), ["words"] = text };

    private static async Task DelegateAsync(TestPortal portal, string from, string to, bool includesHeadOnly = false)
    {
        var today = DateOnly.FromDateTime(portal.Local);
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            var grant = new DelegationGrant
            {
                PrincipalId = from,
                DelegateId = to,
                IncludesRestricted = true,
                IncludesHeadOnly = includesHeadOnly,
                GrantedOn = today,
                ValidFrom = today,
                ValidTo = today.AddDays(5),
            };
            o.Db.Delegations.Add(grant);
            return Task.FromResult(grant.Accept(to, o.Context.Now));
        });
        portal.Services.GetRequiredService<Portal.Web.Operations.ReferenceCache>().Invalidate();
    }

    private static NewItemInput Item() => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = "A017",
        Kind = ReportItemKind.Difficulty,
        Domain = WorkDomains.CivilServants,
        Level = ReportItemLevel.Normal,
        Content = Content,
        ConcernsPersonnel = false,
    };

    private static async Task<Guid> EnterAsync(
        TestPortal portal, ReportItemLevel level = ReportItemLevel.Normal, bool restricted = false)
    {
        var entered = await Acts(portal).EnterAsync(
            portal.Person(Trips.Member), FormInput.ToJson(Item() with { Level = level, ConcernsPersonnel = restricted }));
        Assert.True(entered.IsSuccess);
        return entered.Value;
    }

    private static async Task<Result> ActAsync(TestPortal portal, string person, Guid id, ReportItemAct act, JsonObject form) =>
        await Acts(portal).ActAsync(portal.Person(person), id, act, form);

    private static async Task MustAsync(TestPortal portal, string person, Guid id, ReportItemAct act, JsonObject form)
    {
        var done = await ActAsync(portal, person, id, act, form);
        var faults = done.Refusal?.Fields.Select(f => f.Path + f.Code) ?? [];
        Assert.True(done.IsSuccess, $"{act} by {person}: {done.Refusal?.Code} {string.Join("; ", faults)}");
    }

    private static Task<ReportItemState> StateAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.ReportItems.Where(i => i.Id == id).Select(i => i.State).SingleAsync());

    private static Task<List<Notification>> ToldAsync(TestPortal portal, string person, Guid id) =>
        portal.ReadAsync(db => db.Notifications.Where(n => n.PersonId == person && n.ItemId == id).OrderBy(n => n.At).ToListAsync());
}
