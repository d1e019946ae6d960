using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>A designer changes a process: what it does to new cases, and what it never does to those at work or to the
/// regulation.</summary>
public class ProcessDesignTests
{
    private const string Designer = "S06";
    private const string Second = "S02";

    [Theory]
    [InlineData(Designer, true, true)]
    [InlineData(Trips.Head, true, false)]
    [InlineData(Trips.Leader, true, false)]
    [InlineData("S37", true, false)]
    [InlineData(Trips.Member, false, false)]
    [InlineData(MeetingRoad.Clerk, false, false)]
    public async Task Designers_change_some_read_the_others_do_not_know(string person, bool reads, bool changes)
    {
        await using var portal = await TestPortal.CreateAsync();
        var (design, actor) = (portal.Services.GetRequiredService<ProcessDesign>(), portal.Person(person));
        var draft = await DraftAsync(portal, "leader-task");
        Assert.Equal(reads, (await design.ListAsync(actor)).IsSuccess);
        Assert.Equal(reads, (await design.OpenAsync(actor, "leader-task-v1")).IsSuccess);
        Assert.Equal(reads, (await design.CompareAsync(actor, "leader-task-v1", draft.Row.Id)).IsSuccess);
        Assert.Equal(changes, (await design.DraftAsync(actor, "field-trip")).IsSuccess);
        Assert.Equal(changes, (await design.SaveAsync(actor, draft.Row.Id, draft.Definition, draft.Stamp)).IsSuccess);
        Assert.Equal(changes ? "Design.DraftThere" : "Common.Forbidden",
            (await design.ImportAsync(actor, "leader-task", draft.Definition.Write())).Refusal!.Code);
        Assert.Equal(changes, (await design.RetireAsync(actor, "leader-task-v1", "Ngừng dùng để thử")).IsSuccess);
        Assert.Equal(changes, (await design.RetireAsync(portal.Person(Second), "leader-task-v1", "Đồng ý ngừng")).Value);
        Assert.Equal(changes, (await design.ResumeAsync(actor, "leader-task-v1", "Dùng lại sau khi thử")).IsSuccess);
        Assert.Equal(changes, (await design.DiscardAsync(actor, draft.Row.Id)).IsSuccess);
    }

    [Fact]
    public async Task A_published_change_is_for_new_cases_and_those_at_work_stay_on_theirs()
    {
        await using var portal = await TestPortal.CreateAsync();
        var old = await StartAsync(portal);
        var view = await DraftAsync(portal, "leader-task");
        var (inserted, path) = DefinitionEditor.Insert(view.Definition, "accept", "Accept", Pattern.Step, "Ý kiến của Trưởng nhóm");
        var settings = Step(inserted, path).Settings!;
        var changed = DefinitionEditor.SetStep(inserted, path,
            settings with
            {
                Fields = [new Portal.Workflows.UserTasks.ExtraField { Name = "diem", Label = "Điểm", Kind = "number",
                Required = true }]
            });
        view = await SaveAsync(portal, view, changed);
        await PublishAsync(portal, view);

        // The one at work goes its old way.
        await portal.MustAsync(old, "accept", Trips.Member, "Accept", new { });
        Assert.Equal(["work"], await portal.OpenStepsAsync(old));

        // A new one comes to the new step: its own field is asked for, the opinion stands on the case, and it goes on.
        var fresh = await StartAsync(portal);
        await portal.MustAsync(fresh, "accept", Trips.Member, "Accept", new { });
        Assert.Equal([path], await portal.OpenStepsAsync(fresh));
        var task = await portal.OpenTaskAsync(fresh, path);
        var form = new JsonObject
        {
            ["secrecy"] = new JsonObject { ["containsStateSecret"] = false },
            ["opinion"] = "Nhất trí, thực hiện trong tuần"
        };
        var without = await portal.Acts.CompleteAsync(portal.Person(Trips.Lead), task.Id, new Submission("Done", form));
        Assert.Contains(without.Refusal!.Fields, f => f is { Path: "extra.diem", Code: "Common.Required" });
        Assert.True((await portal.Acts.CompleteAsync(portal.Person(Trips.Lead), task.Id,
            new Submission("Done", form, null) { Extra = new JsonObject { ["diem"] = "8" } })).IsSuccess);
        Assert.Equal(["work"], await portal.OpenStepsAsync(fresh));
        Assert.Equal(
            "Nhất trí, thực hiện trong tuần", (await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == fresh))).Opinion);

        var list = (await portal.Services.GetRequiredService<ProcessDesign>().ListAsync(portal.Person(Designer)))
            .Value
            .Single(p => p.DefinitionId == "leader-task");
        Assert.Equal([(2, true, 1), (1, false, 1)], list.Versions.Select(v => (v.Version, v.IsPublished, v.OpenCases)));
        Assert.Contains("Added Ý kiến của Trưởng nhóm",
            (await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Act == "Definition.Published"))).Details,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changed_it_last_only_asks_and_a_second_person_publishes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var view = await DraftAsync(portal, "leader-task");
        view = await SaveAsync(portal, view, DefinitionEditor.Rename(view.Definition, "Nhiệm vụ được giao"));
        Assert.Equal("Common.ReasonTooShort",
            Assert.Single((await design.PublishAsync(portal.Person(Designer), view.Row.Id, view.Stamp, "ngắn")).Refusal!.Fields).Code);
        Assert.False((await design.PublishAsync(portal.Person(Designer), view.Row.Id, view.Stamp, "Đổi tên cho đúng Quy chế")).Value);
        Assert.Equal("Nhiệm vụ lãnh đạo giao", await PublishedNameAsync(portal));
        Assert.Equal(1, await portal.ReadAsync(db => db.Notifications.CountAsync(n => n.PersonId == Second)));

        view = (await design.OpenAsync(portal.Person(Second), view.Row.Id)).Value;
        Assert.False((await design.PublishAsync(portal.Person(Designer), view.Row.Id, view.Stamp, "Đổi tên cho đúng Quy chế")).Value);
        view = (await design.OpenAsync(portal.Person(Second), view.Row.Id)).Value;
        Assert.Equal(
            "Common.Forbidden", (await design.PublishAsync(portal.Person(Trips.Member), view.Row.Id, view.Stamp, "")).Refusal!.Code);
        Assert.True((await design.PublishAsync(portal.Person(Second), view.Row.Id, view.Stamp, "")).Value);
        Assert.Equal("Nhiệm vụ được giao", await PublishedNameAsync(portal));
        Assert.Equal(
            "Design.NotDraft", (await design.SaveAsync(portal.Person(Designer), view.Row.Id, view.Definition, null)).Refusal!.Code);
    }

    [Fact]
    public async Task What_the_regulation_demands_cannot_be_designed_away()
    {
        await using var portal = await TestPortal.CreateAsync(("Definitions.FourEyes", "off"));
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var view = await DraftAsync(portal, "field-trip");
        foreach (var guard in Outline.Of(new CompiledDefinition(view.Definition)).Where(s => s.Type == "Portal.Guard").ToList())
        {
            view = await SaveAsync(portal, view, DefinitionEditor.Remove(view.Definition, guard.Path));
        }

        Assert.Contains(view.Problems, p => p.Code == "GuardMissing");
        var refused = await design.PublishAsync(portal.Person(Designer), view.Row.Id, view.Stamp, "Bỏ điều kiện cho nhanh");
        Assert.Equal("Design.GuardMissing", refused.Refusal!.Code);
        Assert.StartsWith("Đ", refused.Refusal.Clause, StringComparison.Ordinal);
        Assert.Equal("field-trip-v1",
            (await portal.ReadAsync(db => db.DefinitionVersions.SingleAsync(v => v.DefinitionId == "field-trip" && v.IsPublished))).Id);
    }

    [Fact]
    public async Task The_second_editor_is_told_and_may_take_over()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var mine = await DraftAsync(portal, "leader-task");
        var theirs = (await design.OpenAsync(portal.Person(Second), mine.Row.Id)).Value;
        Assert.True((await design.SaveAsync(portal.Person(Second), theirs.Row.Id,
            DefinitionEditor.Rename(theirs.Definition, "Bản của người thứ hai"), theirs.Stamp)).IsSuccess);
        var late = await design.SaveAsync(
            portal.Person(Designer), mine.Row.Id, DefinitionEditor.Rename(mine.Definition, "Bản của tôi"), mine.Stamp);
        Assert.Equal("Design.ChangedBy", late.Refusal!.Code);
        Assert.Equal("Bản của người thứ hai", (await design.OpenAsync(portal.Person(Designer), mine.Row.Id)).Value.Definition.Name);
        Assert.Equal("Bản của tôi",
            (await design.SaveAsync(portal.Person(Designer), mine.Row.Id, DefinitionEditor.Rename(mine.Definition, "Bản của tôi"), null))
                .Value.Definition.Name);
    }

    [Fact]
    public async Task A_file_from_outside_becomes_a_draft_with_its_problems_and_nothing_is_lost()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        Assert.Equal("Definition.NotJson", (await design.ImportAsync(portal.Person(Designer), "leader-task", "{")).Refusal!.Code);
        var json =
            (JsonObject)JsonNode.Parse((await design.OpenAsync(portal.Person(Designer), "leader-task-v1")).Value.Definition.Write())!;
        ((JsonArray)json["root"]!["activities"]!)
            .Add((JsonNode)new JsonObject { ["id"] = "mail1", ["type"] = "Elsa.Email.SendEmail", ["laO"] = "giữ" });
        var id = (await design.ImportAsync(portal.Person(Designer), "leader-task", json.ToJsonString())).Value;
        var view = (await design.OpenAsync(portal.Person(Designer), id)).Value;
        Assert.Contains(view.Problems, p => p is { Code: "UnknownActivity", ActivityId: "mail1" });
        Assert.Equal("giữ", (string?)view.Definition.AllActivities.Single(a => a.Id == "mail1").Json["laO"]);
        Assert.Equal((id, 2, false),
            ((string?)view.Definition.Json["id"], (int)view.Definition.Json["version"]!, (bool)view.Definition.Json["isPublished"]!));
        Assert.Equal(
            "Design.HasErrors", (await design.PublishAsync(portal.Person(Second), id, view.Stamp, "Thử bản từ ngoài vào")).Refusal!.Code);
        Assert.True((await design.DiscardAsync(portal.Person(Designer), id)).IsSuccess);
        Assert.True((await design.DraftAsync(portal.Person(Designer), "leader-task")).IsSuccess);
    }

    [Fact]
    public async Task A_file_from_outside_becomes_a_process_of_its_own_under_its_own_name()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        const string Document = """
            {"id":"abc","definitionId":"2f0c","name":"Mượn phòng họp","version":4,"isPublished":true,
             "root":{"id":"f","type":"Elsa.Flowchart",
                     "activities":[{"id":"w1","type":"Elsa.WriteLine","la":"giữ"}],
                     "connections":[]}}
            """;
        Assert.Equal("Common.Forbidden", (await design.ImportNewAsync(portal.Person(Trips.Member), Document)).Refusal!.Code);
        Assert.Equal("Definition.NotJson", (await design.ImportNewAsync(portal.Person(Designer), "{")).Refusal!.Code);
        var id = (await design.ImportNewAsync(portal.Person(Designer), Document)).Value;
        Assert.Equal("own-muon-phong-hop-v1", id);
        var view = (await design.OpenAsync(portal.Person(Designer), id)).Value;
        Assert.True(view.MayEdit);
        Assert.Equal(("own-muon-phong-hop", 1, false),
            (view.Definition.DefinitionId, view.Definition.Version, (bool)view.Definition.Json["isPublished"]!));
        Assert.Equal("giữ", (string?)view.Definition.AllActivities.Single(a => a.Id == "w1").Json["la"]);
        Assert.Equal(
            "Design.NameTaken", Assert.Single((await design.ImportNewAsync(portal.Person(Designer), Document)).Refusal!.Fields).Code);
    }

    [Fact]
    public async Task A_retired_process_takes_no_new_starts_and_an_earlier_version_may_take_them_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var old = await StartAsync(portal);
        Assert.Equal("Common.ReasonTooShort",
            Assert.Single((await design.RetireAsync(portal.Person(Designer), "leader-task-v1", "thôi")).Refusal!.Fields).Code);
        await RetireAsync(portal);
        Assert.False((await portal.StartAsync("leader-task", Trips.Leader, Input())).IsSuccess);
        await portal.MustAsync(old, "accept", Trips.Member, "Accept", new { });

        // one person asks, as often as they like, and another does it.
        Assert.False((await design.ResumeAsync(portal.Person(Designer), "leader-task-v1", "Giao việc qua cổng trở lại")).Value);
        Assert.False((await design.ResumeAsync(portal.Person(Designer), "leader-task-v1", "Giao việc qua cổng trở lại")).Value);
        Assert.False((await portal.StartAsync("leader-task", Trips.Leader, Input())).IsSuccess);
        Assert.True((await design.ResumeAsync(portal.Person(Second), "leader-task-v1", "Giao việc qua cổng trở lại")).Value);
        await StartAsync(portal);
    }

    [Fact]
    public async Task A_file_of_another_process_is_not_taken_for_this_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var file = (await design.OpenAsync(portal.Person(Designer), "field-trip-v1")).Value.Definition;
        var refused = (await design.ImportAsync(portal.Person(Designer), "leader-task", file.Write())).Refusal!;
        Assert.Equal("Design.OfOtherProcess", refused.Code);
        Assert.Equal(["Đi báo việc, về báo công"], refused.Args);
        Assert.True((await design.ImportAsync(portal.Person(Designer), "field-trip", file.Write())).IsSuccess);
    }

    private static async Task RetireAsync(TestPortal portal)
    {
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        foreach (var (person, isDone) in new[] { (Designer, false), (Designer, false), (Second, true) })
        {
            Assert.Equal(
                isDone, (await design.RetireAsync(portal.Person(person), "leader-task-v1", "Tạm ngừng giao việc qua cổng")).Value);
        }
    }

    /// <summary>Taking a version into use again or out of it is asked by a designer; a leader agrees to it or returns it.</summary>
    [Fact]
    public async Task A_leader_is_the_second_person_of_what_designers_ask_for_and_asks_for_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var (designer, leader) = (portal.Person(Designer), portal.Person(Trips.Leader));
        const string Version = "leader-task-v1", Why = "Tạm ngừng giao việc qua cổng";
        Assert.Equal("Common.Forbidden", (await design.RetireAsync(leader, Version, Why)).Refusal?.Code);
        Assert.False((await design.RetireAsync(designer, Version, Why)).Value);
        Assert.Equal(
            (Version, VersionIntent.Retire, Why),
            Assert.Single((await design.AwaitedAsync(leader)).Select(a => (a.Id, a.Intent, a.Note))));
        Assert.True((await design.ReturnAsync(leader, Version, "Chưa có kết luận họp")).IsSuccess);
        Assert.Equal("Common.NotFound", (await design.ReturnAsync(leader, Version, "Chưa có kết luận họp")).Refusal?.Code);
        Assert.False((await design.RetireAsync(designer, Version, Why)).Value);
        Assert.True((await design.RetireAsync(leader, Version, "Đồng ý tạm ngừng")).Value);
        Assert.Equal("Common.Forbidden", (await design.ResumeAsync(leader, Version, Why)).Refusal?.Code);
        Assert.False((await design.ResumeAsync(designer, Version, "Giao việc qua cổng trở lại")).Value);
        Assert.Equal(VersionIntent.Resume, Assert.Single(await design.AwaitedAsync(leader)).Intent);
        Assert.True((await design.ResumeAsync(leader, Version, "Đồng ý dùng lại")).Value);
        Assert.Empty(await design.AwaitedAsync(leader));
    }

    /// <summary>Whoever changed the draft at any time is not the second person, whoever changed it last .</summary>
    [Fact]
    public async Task Nobody_who_touched_a_draft_publishes_it_and_the_second_person_may_return_it_with_a_comment()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var view = await DraftAsync(portal, "leader-task");
        var renamed = DefinitionEditor.Rename(view.Definition, "Nhiệm vụ lãnh đạo giao (thử)");
        var saved = await design.SaveAsync(portal.Person(Second), view.Row.Id, renamed, view.Stamp);
        foreach (var person in new[] { Designer, Second })
        {
            var asked = await design.PublishAsync(portal.Person(person), view.Row.Id, saved.Value.Stamp, "Đổi tên cho dễ hiểu");
            Assert.True(asked is { IsSuccess: true, Value: false }, person);
            Assert.Empty(await design.AwaitedAsync(portal.Person(person)));
            Assert.Equal(
                "Design.OwnRequest", (await design.ReturnAsync(portal.Person(person), view.Row.Id, "Chưa rõ vì sao đổi")).Refusal?.Code);
        }

        var head = portal.Person(Trips.Head);
        Assert.Equal(
            (view.Row.Id, VersionIntent.Publish),
            Assert.Single((await design.AwaitedAsync(head)).Select(a => (a.Id, a.Intent))));
        Assert.Equal("comment", Assert.Single((await design.ReturnAsync(head, view.Row.Id, "thôi")).Refusal!.Fields).Path);
        Assert.Equal(
            "Common.Forbidden",
            (await design.ReturnAsync(portal.Person(Trips.Member), view.Row.Id, "Chưa rõ vì sao đổi")).Refusal?.Code);
        Assert.True((await design.ReturnAsync(head, view.Row.Id, "Chưa rõ vì sao đổi")).IsSuccess);
        var row = (await design.OpenAsync(portal.Person(Designer), view.Row.Id)).Value.Row;
        Assert.Equal(("", Trips.Head, "Chưa rõ vì sao đổi"), (row.RequestedById, row.ReturnedById, row.ReturnNote));
        Assert.Empty(await design.AwaitedAsync(head));
        Assert.Contains(
            await portal.ReadAsync(db => db.Notifications.Where(n => n.PersonId == Second).Select(n => n.Text).ToListAsync()),
            t => t.Key == "Notice.VersionReturned");

        // Asked for again and agreed to.
        Assert.False((await design.PublishAsync(
            portal.Person(Designer), view.Row.Id, saved.Value.Stamp, "Đổi tên theo kết luận họp")).Value);
        Assert.True((await design.PublishAsync(head, view.Row.Id, saved.Value.Stamp, "")).Value);
    }

    /// <summary>Who publishes does not lift the rule that a second person publishes: the head does, and nobody else.</summary>
    [Fact]
    public async Task Only_the_head_lifts_the_rule_of_the_second_person()
    {
        await using var portal = await TestPortal.CreateAsync();
        var settings = portal.Services.GetRequiredService<Portal.Web.Operations.Settings.SettingsActs>();
        Task<Portal.Domain.Common.Result<bool>> ChangeAsync(string person) => settings.ChangeAsync(
            portal.Person(person), "Definitions.FourEyes", "off", "Cơ quan chỉ có một người biên tập");
        var context = await portal.Operations.ContextAsync(portal.Person(Designer));
        var administrators = context.Directory.PeopleWith(Portal.Domain.Organisation.Role.SystemAdministrator, context.Today).ToList();
        Assert.NotEmpty(administrators);
        foreach (var person in administrators.Append(Designer).Append(Trips.Leader))
        {
            Assert.Equal("Settings.OnlyHead", (await ChangeAsync(person)).Refusal?.Code);
            Assert.DoesNotContain(
                await settings.ListAsync(portal.Person(person)), r => r is { Key: "Definitions.FourEyes", MayChange: true });
        }

        Assert.True((await ChangeAsync(Trips.Head)).IsSuccess);
        Assert.Equal(
            ["Definitions.FourEyes"], (await settings.ListAsync(portal.Person(Trips.Head))).Where(r => r.MayChange).Select(r => r.Key));
    }

    [Fact]
    public async Task A_newer_shipped_definition_becomes_a_draft_and_waits_while_there_is_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var newer = Portal.Workflows.ShippedProcesses.Definitions()
            .Single(d => d.Key == "leader-task")
            .Json.Replace("Nhiệm vụ lãnh đạo giao", "Nhiệm vụ lãnh đạo giao (mới)", StringComparison.Ordinal);
        Task TakeInAsync() => portal.Operations.RunAsync(portal.Person(Designer), async o =>
        {
            await Portal.Web.Persistence.Seed.BaseSeed.TakeInDefinitionsAsync(o.Db, [("leader-task", newer)], o.Context.Now);
            return Portal.Domain.Common.Result.Ok;
        });
        var mine = await DraftAsync(portal, "leader-task");
        await TakeInAsync();
        Assert.Equal(
            2, (await design.ListAsync(portal.Person(Designer))).Value.Single(p => p.DefinitionId == "leader-task").Versions.Count);
        Assert.True((await design.DiscardAsync(portal.Person(Designer), mine.Row.Id)).IsSuccess);

        // Also of a process that takes no new cases just now.
        await RetireAsync(portal);
        await TakeInAsync();
        await TakeInAsync();
        var view = (await design.OpenAsync(portal.Person(Designer), "leader-task-v2")).Value;
        Assert.True(view.Row.IsDraft);
        Assert.Equal(
            ("Nhiệm vụ lãnh đạo giao (mới)", "leader-task-v2", 2), (view.Definition.Name, view.Definition.Id, view.Definition.Version));

        // Nobody here has changed it: two people look at it all the same.
        Assert.False((await design.PublishAsync(portal.Person(Designer), view.Row.Id, view.Stamp, "Bản mới kèm theo phần mềm")).Value);
        await PublishAsync(portal, (await design.OpenAsync(portal.Person(Second), view.Row.Id)).Value);
    }

    [Fact]
    public async Task A_step_form_says_what_is_wrong_where_and_gives_back_what_it_was_given()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var row in (await portal.Services.GetRequiredService<ProcessDesign>().ListAsync(portal.Person(Designer))).Value)
        {
            var view = (await portal.Services.GetRequiredService<ProcessDesign>().OpenAsync(portal.Person(Designer), row.Versions[0].Id))
                .Value;
            foreach (var step in Outline.Of(new CompiledDefinition(view.Definition)).Where(s => s.Settings is not null))
            {
                var read = StepForm.Read(StepForm.Open(step.Settings!), step.Settings!);
                Assert.True(read.IsSuccess, $"{row.DefinitionId}/{step.Path}: {string.Join(';', read.Refusal?.Fields ?? [])}");
                Assert.Equal(view.Definition.Write(), DefinitionEditor.SetStep(view.Definition, step.Path, read.Value).Write());
            }
        }

        var settings = new StepSettings { Title = "Bước", Outcomes = [new StepOutcome("A", "A", false, null)] };
        var form = StepForm.Open(settings);
        (form["title"], form["dueKind"], form["dueNumber"], form["reminders"]) = ("", "workingDays", "nhiều", "mai");
        form["outcomes"] = new JsonArray(new JsonObject { ["label"] = "" });
        form["fields"] = new JsonArray(new JsonObject { ["label"] = "Mức", ["kind"] = "choice", ["options"] = "một" },
            new JsonObject { ["label"] = "Ngày", ["kind"] = "date", ["min"] = "mai" });
        Assert.Equal(["dueNumber", "fields[0].options", "fields[1].min", "outcomes[0].label", "reminders", "title"],
            StepForm.Read(form, settings).Refusal!.Fields.Select(f => f.Path).Order(StringComparer.Ordinal));
        (form["title"], form["dueNumber"], form["reminders"]) = ("Bước", "Trip.ReviewDays", "-1, +1");
        form["outcomes"] = new JsonArray(new JsonObject { ["label"] = "Xin ý kiến" });
        form["fields"] = new JsonArray(new JsonObject { ["label"] = "Mức độ", ["kind"] = "choice", ["options"] = "thấp\ncao" });
        var made = StepForm.Read(form, settings).Value;
        Assert.Equal(("XinYKien", "MucDo"), (made.Outcomes[0].Key, made.Fields[0].Name));
    }

    [Fact]
    public async Task Who_would_act_today_is_found_without_a_case()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        Assert.Equal([Trips.Lead, Trips.Leader, Trips.Head],
            await design.WhoTodayAsync(portal.Person(Designer), ["groupLead", "leaderInCharge", "head", "initiator"], "A017"));
    }

    private static LeaderTaskInput Input() =>
        new() { Secrecy = SecrecyGate.No, Content = "Khảo sát chi bộ ghép", AssigneeId = Trips.Member };

    private static async Task<Guid> StartAsync(TestPortal portal)
    {
        var started = await portal.StartAsync("leader-task", Trips.Leader, Input());
        Assert.True(started.IsSuccess, started.Refusal?.ToString());
        return started.Value.CaseId;
    }

    private static async Task<DesignView> DraftAsync(TestPortal portal, string definitionId)
    {
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        return (await design.OpenAsync(portal.Person(Designer), (await design.DraftAsync(portal.Person(Designer), definitionId)).Value))
            .Value;
    }

    private static async Task<DesignView> SaveAsync(TestPortal portal, DesignView view, WorkflowDefinition changed)
    {
        var saved = await portal.Services.GetRequiredService<ProcessDesign>()
            .SaveAsync(portal.Person(Designer), view.Row.Id, changed, view.Stamp);
        Assert.True(saved.IsSuccess, saved.Refusal?.ToString());
        return saved.Value;
    }

    private static async Task PublishAsync(TestPortal portal, DesignView view)
    {
        Assert.DoesNotContain(view.Problems, p => p.Severity == ProblemSeverity.Error);
        var done = await portal.Services.GetRequiredService<ProcessDesign>()
            .PublishAsync(portal.Person(Second), view.Row.Id, view.Stamp, "Thêm ý kiến của Trưởng nhóm");
        Assert.True(done.IsSuccess && done.Value, done.Refusal?.ToString());
    }

    private static Task<string> PublishedNameAsync(TestPortal portal) =>
        portal.ReadAsync(db =>
            db.DefinitionVersions.Where(v => v.DefinitionId == "leader-task" && v.IsPublished).Select(v => v.Name).SingleAsync());

    private static OutlineStep Step(WorkflowDefinition definition, string path) =>
        Outline.Of(new CompiledDefinition(definition)).Single(s => s.Path == path);
}
