using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.Tasks;
using Portal.Web.Setup;
using Portal.Web.Texts;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Processes;

/// <summary>
/// S-04 (Đ5.7): given to a person or a group, accepted, extended, passed on, reported, accepted. Group N03: lead S11, members S31, S33,
/// S19; group N01: lead S09, members S27, S44, S15. L4 is in charge of N03.
/// </summary>
public class LeaderTaskScenarios
{
    private const string OtherMember = "S33";

    private static readonly DateOnly Due = new(2026, 10, 12);

    private static readonly DateOnly Asked = new(2026, 10, 20);

    private static readonly string Shipped = ShippedProcesses.Definitions().Single(d => d.Key == "leader-task").Json;

    [Fact]
    public async Task Every_member_of_a_group_sees_its_task_and_is_told_and_its_lead_answers_for_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await GiveAsync(portal, Input() with { GroupId = "N01" }, Trips.Leader);
        Assert.Equal(["S09"], await AssigneesAsync(portal, id, "accept"));
        Assert.Equal(
            ["Directive S15", "Directive S27", "Directive S44", "TaskAssigned S09"], await ToldAsync(portal, id));
        foreach (var member in new[] { "S09", "S27", "S44", "S15" })
        {
            Assert.True((await portal.Cases.FindAsync(portal.Person(member), id)).Value.HasContent, member);
        }

        Assert.Equal("Common.Forbidden", (await portal.AnswerAsync(id, "accept", "S27", "Accept", new { })).Refusal?.Code);
        await portal.MustAsync(id, "accept", "S09", "Accept", new { });
        await portal.MustAsync(id, "work", "S09", "Report", Report());
        Assert.Equal(CaseState.Closed, (await portal.MustAsync(id, "review", Trips.Leader, "AcceptReport", new { })).State);
    }

    [Fact]
    public async Task The_form_offers_the_groups_of_today_and_the_one_that_was_chosen_is_shown_by_its_name()
    {
        await using var portal = await TestPortal.CreateAsync();
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Leader));
        var group = context.Directory.Group("N01")!;
        var offered = FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false).Find(FieldKind.Group);
        Assert.Contains(new Option("N01", group.Name), offered);
        Assert.Equal(group.Name, FormNames.Of(context, [])("group", "N01"));
    }

    [Fact]
    public async Task A_new_lead_answers_for_the_groups_task_and_a_new_member_sees_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await GiveAsync(portal, Input() with { GroupId = "N03" }, "L3");
        var tomorrow = VietnamTime.DayOf(portal.Now).AddDays(1);
        await portal.ReplaceLeadAsync(OtherMember, tomorrow);
        portal.GoTo(tomorrow.ToDateTime(new TimeOnly(8, 0)));
        await portal.TickAsync();
        Assert.Equal([OtherMember], await AssigneesAsync(portal, id, "accept"));
        await portal.MustAsync(id, "accept", OtherMember, "Accept", new { });
        var named = await portal.ReadAsync(db => db.Set<CasePerson>()
            .Where(p => p.CaseId == id && p.Kind == CasePersonKind.Named).Select(p => p.PersonId).ToListAsync());
        Assert.DoesNotContain(Trips.Lead, named);
        Assert.Contains(OtherMember, named);
    }

    [Fact]
    public async Task The_assignee_asks_for_a_later_day_and_the_leader_agrees_to_that_or_another_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await AcceptedAsync(portal);
        await portal.MustAsync(id, "work", Trips.Member, "AskForExtension", Request());
        Assert.Equal(["extension"], await portal.OpenStepsAsync(id));
        Assert.Contains(id, (await portal.Tasks.InboxAsync(portal.Person(Trips.Leader), new TaskFilter())).Rows.Select(r => r.CaseId));
        Assert.Equal(Trips.Leader, Assert.Single(await AssigneesAsync(portal, id, "extension")));
        Assert.Equal(VietnamTime.ToUtc(Due.ToDateTime(new TimeOnly(17, 0))), (await TaskAsync(portal, id)).DueAt);
        Assert.False((await portal.AnswerAsync(id, "extension", Trips.Member, "AgreeToExtension", Agreement(Asked))).IsSuccess);

        await portal.MustAsync(id, "extension", Trips.Leader, "AgreeToExtension", Agreement(new DateOnly(2026, 10, 16)));
        var due = VietnamTime.ToUtc(new DateTime(2026, 10, 16, 17, 0, 0));
        Assert.Equal((due, (DateTime?)due), ((await TaskAsync(portal, id)).DueAt, (await portal.OpenTaskAsync(id, "work")).DueAt));
        Assert.Contains($"Decision {Trips.Member}", await ToldAsync(portal, id));
        await portal.MustAsync(id, "work", Trips.Member, "AskForExtension", Request());
        await portal.MustAsync(id, "extension", Trips.Leader, "AgreeToExtension", Agreement(Asked));
        Assert.Equal(VietnamTime.ToUtc(Asked.ToDateTime(new TimeOnly(17, 0))), (await TaskAsync(portal, id)).DueAt);
    }

    [Fact]
    public async Task The_leader_who_agrees_is_shown_the_day_that_was_asked_for_and_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await AcceptedAsync(portal);
        await portal.MustAsync(id, "work", Trips.Member, "AskForExtension", Request());
        var task = await TaskAsync(portal, id);
        var process = ShippedProcesses.All.Single(p => p.Key == "leader-task");
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Leader));
        var known = process.Known(new Portal.Workflows.Runtime.FormOpening(LeaderTaskForms.ExtensionAgreement.Key, context, task));
        Assert.Equal("2026-10-20", (string?)known["newDue"]);
        Assert.Null(LeaderTaskForms.ExtensionAgreement.Check(known));
        var seen = (await portal.Cases.FindAsync(portal.Person(Trips.Leader), id)).Value;
        Assert.Contains(seen.Submissions, s => (string?)s.Form?["reason"] == "Chờ số liệu của xã");
    }

    [Fact]
    public async Task The_leader_does_not_agree_says_why_and_the_day_stays()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await AcceptedAsync(portal);
        await portal.MustAsync(id, "work", Trips.Member, "AskForExtension", Request());
        Assert.Equal("Common.Invalid", (await portal.AnswerAsync(id, "extension", Trips.Leader, "RefuseExtension",
            new TaskReasonInput { Secrecy = SecrecyGate.No, Reason = "Không" })).Refusal?.Code);
        await portal.MustAsync(id, "extension", Trips.Leader, "RefuseExtension", Reason());
        Assert.Equal(["work"], await portal.OpenStepsAsync(id));
        Assert.Equal(VietnamTime.ToUtc(Due.ToDateTime(new TimeOnly(17, 0))), (await portal.OpenTaskAsync(id, "work")).DueAt);
        Assert.Contains($"Decision {Trips.Member}", await ToldAsync(portal, id));
    }

    [Fact]
    public async Task X_07_While_the_leader_is_silent_the_day_stays_and_the_work_may_be_reported_all_the_same()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await AcceptedAsync(portal);
        await portal.MustAsync(id, "work", Trips.Member, "AskForExtension", Request());
        portal.GoTo(new DateTime(2026, 10, 22, 8, 0, 0));
        await portal.TickAsync();
        Assert.Equal(["extension"], await portal.OpenStepsAsync(id));
        Assert.Equal(VietnamTime.ToUtc(Due.ToDateTime(new TimeOnly(17, 0))), (await TaskAsync(portal, id)).DueAt);
        Assert.Contains($"Overdue {Trips.Leader}", await ToldAsync(portal, id));
        await portal.MustAsync(id, "extension", Trips.Member, "Report", Report());
        Assert.Equal(["review"], await portal.OpenStepsAsync(id));
        Assert.Null((await TaskAsync(portal, id)).AskedDueAt);
    }

    [Fact]
    public async Task Passing_a_task_on_tells_both_sides_drops_the_request_and_whoever_has_it_now_accepts()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await AcceptedAsync(portal);
        await portal.MustAsync(id, "work", Trips.Member, "AskForExtension", Request());
        await portal.MustAsync(id, "extension", Trips.Leader, "Reassign",
            new ReassignInput { Secrecy = SecrecyGate.No, GroupId = "N01", Reason = "Việc thuộc địa bàn khác" });
        Assert.Equal(["accept"], await portal.OpenStepsAsync(id));
        Assert.Equal(["S09"], await AssigneesAsync(portal, id, "accept"));
        var task = await TaskAsync(portal, id);
        Assert.Equal(("", "N01", null), (task.AssigneeId, task.GroupId, task.AskedDueAt));
        var told = await ToldAsync(portal, id);
        Assert.All(
            new[] { $"Changed {Trips.Member}", "TaskReturned S09", "Directive S15", "Directive S27", "Directive S44" },
            t => Assert.Contains(t, told));
        Assert.DoesNotContain($"Changed {Trips.Leader}", told);

        await portal.MustAsync(id, "accept", Trips.Leader, "Reassign",
            new ReassignInput { Secrecy = SecrecyGate.No, AssigneeId = OtherMember, Reason = "Nhóm đang bận việc khác" });
        told = await ToldAsync(portal, id);
        Assert.All(new[] { "Changed S09", "Changed S15", "Changed S27", "Changed S44" }, t => Assert.Contains(t, told));
        Assert.False((await portal.AnswerAsync(id, "accept", "S09", "Accept", new { })).IsSuccess);
        await portal.MustAsync(id, "accept", OtherMember, "Accept", new { });
    }

    [Fact]
    public async Task Taking_a_groups_task_back_tells_every_member()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await GiveAsync(portal, Input() with { GroupId = "N01" }, Trips.Leader);
        await portal.MustAsync(id, "accept", Trips.Leader, "Cancel", Reason());
        var told = await ToldAsync(portal, id);
        Assert.All(new[] { "Changed S09", "Changed S15", "Changed S27", "Changed S44" }, t => Assert.Contains(t, told));
    }

    [Fact]
    public async Task X_09_Once_the_substitute_is_none_any_more_the_leader_alone_decides()
    {
        const string substitute = "S14";
        await using var portal = await TestPortal.CreateAsync();
        var trip = await portal.NotifyAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Leader, substitute, "field-trip");
        await portal.MustAsync(trip, "review", substitute, "AcknowledgeWithDirective", Trips.Opinion(
            null, new DirectiveInput { Content = "Rà soát hồ sơ đảng viên", AssigneeId = Trips.Member, Due = Due }));
        var id = await portal.ReadAsync(db => db.Cases.Where(c => c.ParentId == trip).Select(c => c.Id).SingleAsync());
        await portal.MustAsync(id, "accept", substitute, "Extend",
            new NewDueInput { Secrecy = SecrecyGate.No, NewDue = Asked, Reason = "Thêm thời gian rà soát" });
        await portal.MustAsync(id, "accept", Trips.Member, "Accept", new { });
        await portal.MustAsync(id, "work", Trips.Member, "Report", Report());
        Assert.Equal([Trips.Leader, substitute], await AssigneesAsync(portal, id, "review"));

        await DirectiveRoads.RevokeAsync(portal, Trips.Leader);
        await portal.TickAsync();
        Assert.Equal([Trips.Leader], await AssigneesAsync(portal, id, "review"));
        Assert.False((await portal.AnswerAsync(id, "review", substitute, "AcceptReport", new { })).IsSuccess);
        await portal.MustAsync(id, "review", Trips.Leader, "AcceptReport", new { });
    }

    [Fact]
    public async Task X_08_A_substitute_to_whom_the_leader_passes_the_task_on_does_it_and_decides_nothing_about_it()
    {
        const string substitute = "S14";
        await using var portal = await TestPortal.CreateAsync();
        var trip = await portal.NotifyAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Leader, substitute, "");
        await portal.MustAsync(trip, "review", substitute, "AcknowledgeWithDirective", Trips.Opinion(
            null, new DirectiveInput { Content = "Rà soát hồ sơ đảng viên", AssigneeId = Trips.Member, Due = Due }));
        var id = await portal.ReadAsync(db => db.Cases.Where(c => c.ParentId == trip).Select(c => c.Id).SingleAsync());
        await portal.MustAsync(id, "accept", Trips.Leader, "Reassign",
            new ReassignInput { Secrecy = SecrecyGate.No, AssigneeId = substitute, Reason = "Đồng chí Hoa đã nắm việc này" });
        await portal.MustAsync(id, "accept", substitute, "Accept", new { });
        await portal.MustAsync(id, "work", substitute, "Report", Report());
        Assert.Equal([Trips.Leader], await AssigneesAsync(portal, id, "review"));
        Assert.Equal("Common.Forbidden", (await portal.AnswerAsync(id, "review", substitute, "AcceptReport", new { })).Refusal?.Code);
        await portal.MustAsync(id, "review", Trips.Leader, "AcceptReport", new { });
    }

    [Fact]
    public async Task The_head_decides_on_the_task_of_a_leader_who_has_left()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await AcceptedAsync(portal);
        await portal.MustAsync(id, "work", Trips.Member, "Report", Report());
        await DirectiveRoads.LeaveAsync(portal, Trips.Leader);
        await portal.TickAsync();
        Assert.Equal([Trips.Head], await AssigneesAsync(portal, id, "review"));
        await portal.MustAsync(id, "review", Trips.Head, "AcceptReport", new { });
    }

    [Fact]
    public async Task A_directive_without_a_day_goes_with_the_digest_as_a_count()
    {
        await using var portal = await TestPortal.CreateAsync();
        var choices = new MailChoices("quy@lamgiang.vn", new Dictionary<NotificationClass, MailTiming>());
        await portal.Services.GetRequiredService<NotificationQueries>().ChooseAsync(portal.Person(Trips.Lead), choices);
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(
            null, new DirectiveInput { Content = "Rà soát hồ sơ đảng viên", AssigneeId = Trips.Lead }));
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
        portal.GoTo(new DateTime(2026, 10, 6, 7, 31, 0));
        var sent = new List<OutgoingMail>();
        await new MailOutbox(
            portal.Operations, new Recorder(sent), Options.Create(new MailOptions
            {
                Enabled = true,
                Host = "mail",
                From = "cong@lamgiang.vn",
                PortalAddress = "https://cong.lamgiang.vn",
            }), portal.Services.GetRequiredService<TextCatalogue>(), NullLogger<MailOutbox>.Instance).RunAsync();
        var mail = Assert.Single(sent);
        Assert.Equal("quy@lamgiang.vn", mail.Address);
        Assert.DoesNotContain("đảng viên", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directive_that_cannot_be_is_told_at_its_row_and_nothing_is_kept()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        var refused = await portal.AnswerAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(
            null,
            new DirectiveInput { Content = "Rà soát", AssigneeId = Trips.Member },
            new DirectiveInput { Content = "Rà soát", AssigneeId = Trips.Leader, Due = Due },
            new DirectiveInput { Content = "Rà soát", AssigneeId = "S999", Due = new DateOnly(2026, 10, 1) }));
        Assert.Equal(
            ["directives[1].assigneeId Directive.NotToOneself", "directives[2].assigneeId Common.UnknownPerson",
                "directives[2].due Common.InPast"],
            refused.Refusal!.Fields.Select(f => $"{f.Path} {f.Code}"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.Directive)));
    }

    [Fact]
    public async Task X_02_Of_a_directive_about_something_restricted_the_notice_names_the_case_and_the_leader_alone()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit", Trips.Result() with { ConcernsPersonnel = true });
        await portal.MustAsync(id, "resultReview", Trips.Leader, "AcknowledgeWithDirective", Trips.Review() with
        {
            Directives = [new DirectiveInput { Content = "Xác minh riêng", AssigneeId = Trips.Lead }],
        });
        var notice = await portal.ReadAsync(db => db.Notifications.SingleAsync(n => n.Kind == NotificationKind.Directive));
        Assert.Equal((Trips.Lead, "CT-2026/0001 · Hoàng Ánh Dương"), (notice.PersonId, notice.Text.InVietnamese()));
    }

    [Fact]
    public async Task X_12_A_case_on_the_version_of_before_runs_to_its_end_and_reaches_the_leader_of_a_substitutes_directive()
    {
        const string substitute = "S14";
        await using var portal = await TestPortal.CreateAsync();
        await portal.TakeInAsync([("leader-task", Before())]);
        await portal.ForceVersionAsync("leader-task", 2);
        var trip = await portal.NotifyAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Leader, substitute, "field-trip");
        await portal.MustAsync(trip, "review", substitute, "AcknowledgeWithDirective", Trips.Opinion(
            null, new DirectiveInput { Content = "Rà soát hồ sơ đảng viên", AssigneeId = Trips.Member, Due = Due }));
        var id = await portal.ReadAsync(db => db.Cases.Where(c => c.ParentId == trip).Select(c => c.Id).SingleAsync());
        await portal.ForceVersionAsync("leader-task", 1);
        await portal.MustAsync(id, "accept", Trips.Leader, "Reassign",
            new ReassignInput { Secrecy = SecrecyGate.No, GroupId = "N01", Reason = "Việc của cả nhóm" });
        await portal.MustAsync(id, "accept", "S09", "Accept", new { });
        Assert.Equal("Task.UnknownAction", (await portal.AnswerAsync(id, "work", "S09", "AskForExtension", Request())).Refusal?.Code);
        var state = (await portal.ReadAsync(db => db.Instances.SingleAsync(i => i.CaseId == id))).State;
        var moved = InstanceMigration.Plan(Compiled(Before()), Compiled(Shipped), state, new Dictionary<string, string>());
        Assert.Empty(moved.Problems);
        await portal.MustAsync(id, "work", substitute, "Extend",
            new NewDueInput { Secrecy = SecrecyGate.No, NewDue = Asked, Reason = "Thêm thời gian rà soát" });
        await portal.MustAsync(id, "work", "S09", "Report", Report());
        Assert.Equal(CaseState.Closed, (await portal.MustAsync(id, "review", Trips.Leader, "AcceptReport", new { })).State);
        Assert.Equal("leader-task-v2",
            await portal.ReadAsync(db => db.Instances.Where(i => i.CaseId == id).Select(i => i.DefinitionVersionId).SingleAsync()));
    }

    private static CompiledDefinition Compiled(string json) => new(WorkflowDefinition.Read(json));

    /// <summary>The definition as it was before there were requests for more time.</summary>
    private static string Before()
    {
        var json = (JsonObject)JsonNode.Parse(Shipped)!;
        var root = (JsonObject)json["root"]!;
        var steps = (JsonArray)root["activities"]!;
        steps.Remove(steps.Single(s => (string?)s!["id"] == "extension"));
        var actions = steps.Single(s => (string?)s!["id"] == "work")!["actionDefinitions"]!["expression"]!;
        var kept = (JsonArray)JsonNode.Parse((string)actions["value"]!)!;
        kept.Remove(kept.Single(a => (string?)a!["key"] == "AskForExtension"));
        actions["value"] = kept.ToJsonString();
        var ways = (JsonArray)root["connections"]!;
        foreach (var way in ways.Where(w => new[] { "source", "target" }.Any(e => (string?)w![e]!["activity"] == "extension")).ToList())
        {
            ways.Remove(way);
        }

        return json.ToJsonString();
    }

    private static async Task<Guid> GiveAsync(TestPortal portal, LeaderTaskInput input, string leader)
    {
        var started = await portal.StartAsync("leader-task", leader, input);
        Assert.True(started.IsSuccess, $"{started.Refusal?.Code} {string.Join(';', started.Refusal?.Fields ?? [])}");
        return started.Value.CaseId;
    }

    private static async Task<Guid> AcceptedAsync(TestPortal portal)
    {
        var id = await GiveAsync(portal, Input() with { AssigneeId = Trips.Member }, Trips.Leader);
        await portal.MustAsync(id, "accept", Trips.Member, "Accept", new { });
        return id;
    }

    private static async Task<LeaderTask> TaskAsync(TestPortal portal, Guid id) =>
        (await portal.ReadAsync(async db => await db.Set<LeaderTask>().FindAsync(id)))!;

    private static async Task<IReadOnlyList<string>> AssigneesAsync(TestPortal portal, Guid id, string step) =>
        [.. (await portal.OpenTaskAsync(id, step)).Assignees.Where(a => a is { IsOpen: true, IsOptional: false }).Select(a => a.PersonId)
            .Order(StringComparer.Ordinal)];

    /// <summary>Kind and person of every notice of the case, in order.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(TestPortal portal, Guid id) =>
        [.. (await portal.ReadAsync(db => db.Notifications.Where(n => n.CaseId == id).ToListAsync()))
            .Select(n => $"{n.Kind} {n.PersonId}").Distinct().Order(StringComparer.Ordinal)];

    private static LeaderTaskInput Input() => new() { Secrecy = SecrecyGate.No, Content = "Nắm tình hình đại hội chi bộ ấp", Due = Due };

    private static ExtensionRequestInput Request() => new() { Secrecy = SecrecyGate.No, NewDue = Asked, Reason = "Chờ số liệu của xã" };

    private static ExtensionAgreementInput Agreement(DateOnly day) => new() { NewDue = day };

    private static LeaderTaskReportInput Report() => new() { Secrecy = SecrecyGate.No, Report = "Đã nắm đủ 12 chi bộ" };

    private static TaskReasonInput Reason() => new() { Secrecy = SecrecyGate.No, Reason = "Cần xong trước kỳ họp Ban Thường vụ" };

    private sealed class Recorder(List<OutgoingMail> sent) : IMailTransport
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
