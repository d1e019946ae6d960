using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Incidents;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Scenarios;

/// <summary>A process that an administrator models and staff start at once: no release of the portal is needed.</summary>
public class OwnProcessTests
{
    private const string Designer = "S06";
    private const string Second = "S02";

    [Theory]
    [InlineData(OwnTemplate.Blank)]
    [InlineData(OwnTemplate.Approval)]
    [InlineData(OwnTemplate.Opinions)]
    public async Task Every_template_is_without_problems_and_goes_to_its_end(OwnTemplate template)
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, template);
        Assert.Empty(view.Problems);
        Assert.False((await StartAsync(portal, Trips.Member)).IsSuccess);
        await PublishAsync(portal, view);
        var started = await StartAsync(portal, Trips.Member);
        Assert.True(started.IsSuccess, started.Refusal?.ToString());
        var id = started.Value.CaseId;
        Assert.StartsWith("QT-2026/", started.Value.Number, StringComparison.Ordinal);
        for (var i = 0; i < 5 && (await portal.OpenStepsAsync(id)).FirstOrDefault() is { } step; i++)
        {
            var task = await portal.OpenTaskAsync(id, step);
            foreach (var person in task.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId).Take(1))
            {
                var spec = CaseRuntime.SpecOf(task,
                    new CompiledDefinition((await portal.Services.GetRequiredService<ProcessDesign>()
                        .OpenAsync(portal.Person(Designer), view.Row.Id)).Value.Definition));
                Assert.True((await portal.Acts.CompleteAsync(portal.Person(person), task.Id, new Submission(spec.Actions[0].Key, Note())))
                    .IsSuccess);
            }
        }

        var ended = await portal.ReadAsync(db => db.Cases.Include(c => c.Areas).SingleAsync(c => c.Id == id));
        Assert.Equal((CaseState.Closed, "Closed", "Xin xe đi xã Bản Cuông"), (ended.State, ended.Status, ended.Title.InVietnamese()));
        Assert.Equal(["A017"], ended.Areas.Select(a => a.AreaId));
    }

    [Fact]
    public async Task It_numbers_its_cases_by_its_own_sign_and_has_a_register_with_its_fields_as_columns()
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, OwnTemplate.Approval);
        var first = Outline.Of(new CompiledDefinition(view.Definition)).Single(s => s.Path == "deNghi").Settings!;
        var changed = OwnNumbers.WithPrefix(
            DefinitionEditor.SetStep(view.Definition, "deNghi", first with
            {
                Fields =
                [
                    new ExtraField { Name = "soCho", Label = "Số chỗ", Kind = "number" },
                    new ExtraField { Name = "lai", Label = "Người lái", Kind = "person", Required = true },
                ],
            }),
            "XE");
        view = (await portal.Services.GetRequiredService<ProcessDesign>()
            .SaveAsync(portal.Person(Designer), view.Row.Id, changed, view.Stamp)).Value;
        await PublishAsync(portal, view);
        Assert.Equal(
            "Extra.Noperson",
            Assert.Single((await StartAsync(portal, Trips.Lead, new JsonObject { ["lai"] = "không ai" })).Refusal!.Fields).Code);
        var started = await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7", ["lai"] = Trips.Member });
        Assert.Equal("XE-2026/0001", started.Value.Number);

        var registers = portal.Services.GetRequiredService<OwnRegister>();
        foreach (var (person, sees) in new[] { (Trips.Lead, true), (Trips.Leader, true), ("S20", false) })
        {
            var register = (await registers.OpenAsync(portal.Person(person), "own-xin-xe", new CaseFilter())).Value;
            Assert.Equal(["Số chỗ", "Người lái"], register.Columns.Select(c => c.Label));
            Assert.Equal(
                sees ? [$"7 {Trips.Member}"] : [], register.Page.Rows.Select(r => $"{r.Values["soCho"]} {r.Values["lai"]}"));
        }

        var file = (await registers.ExportAsync(portal.Person(Trips.Lead), "own-xin-xe")).Value;
        Assert.Equal("XE-2026/0001", Assert.Single(file.Page.Rows).Case.Number);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "Case.RegisterExported")));
        Assert.Equal(
            "Common.NotFound", (await registers.OpenAsync(portal.Person(Trips.Lead), "field-trip", new CaseFilter())).Refusal!.Code);

        // A sign of the portal's own processes is taken by none of these.
        var processes = portal.Services.GetRequiredService<ProcessCatalogue>();
        Assert.All(processes.All, p => Assert.Equal("Design.PrefixTaken", OwnNumbers.WhyNot(p.NumberPrefix, processes)));
        Assert.All(new[] { "", "xe", "XE1", "XEMAYS" }, p => Assert.Equal("Design.PrefixLetters", OwnNumbers.WhyNot(p, processes)));
        Assert.Equal("QT", OwnNumbers.PrefixOf(OwnNumbers.WithPrefix(changed, "CT"), processes));
    }

    [Fact]
    public async Task Refused_it_ends_closed_and_only_those_of_its_first_step_start_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, OwnTemplate.Approval);
        var first = Outline.Of(new CompiledDefinition(view.Definition)).Single(s => s.Path == "deNghi").Settings!;
        var changed = DefinitionEditor.SetStep(view.Definition, "deNghi", first with
        {
            Who = ["groupLead"],
            RequiredFields = ["content"],
            HiddenFields = [],
            Fields = [new ExtraField { Name = "soCho", Label = "Số chỗ", Kind = "number", Required = true },
                new ExtraField { Name = "giay", Label = "Giấy đi đường", Kind = "file" }],
        });
        view = (await portal.Services.GetRequiredService<ProcessDesign>()
            .SaveAsync(portal.Person(Designer), view.Row.Id, changed, view.Stamp)).Value;
        Assert.Empty(view.Problems);
        await PublishAsync(portal, view);
        Assert.DoesNotContain(await ListAsync(portal, Trips.Member), p => p.Process.Key == "own-xin-xe");
        Assert.Equal("Xin xe", Assert.Single(await ListAsync(portal, Trips.Lead), p => p.Process.Key == "own-xin-xe").Name);
        Assert.Equal("Xin xe", (await portal.Services.GetRequiredService<ReferenceCache>().GetAsync()).OwnProcesses["own-xin-xe"]);
        Assert.Equal("Common.Forbidden", (await StartAsync(portal, Trips.Member, new JsonObject { ["soCho"] = "7" })).Refusal!.Code);
        Assert.Equal(
            "content", Assert.Single((await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7" })).Refusal!.Fields).Path);
        Assert.Equal("extra.giay",
            Assert
                .Single((await StartAsync(
                    portal, Trips.Lead, new JsonObject { ["soCho"] = "7", ["giay"] = "không phải tệp" }, "Đi hai ngày")).Refusal!.Fields)
                .Path);
        Assert.Equal("extra.giay",
            Assert
                .Single((await StartAsync(
                    portal, Trips.Lead, new JsonObject { ["soCho"] = "7", ["giay"] = new JsonArray("x") }, "Đi hai ngày")).Refusal!.Fields)
                .Path);
        Assert.Equal("File.NotYours",
            Assert
                .Single((await StartAsync(portal, Trips.Lead,
                    new JsonObject { ["soCho"] = "7", ["giay"] = new JsonArray(Guid.NewGuid().ToString()) },
                    "Đi hai ngày")).Refusal!.Fields)
                .Code);
        var id = (await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7" }, "Đi hai ngày")).Value.CaseId;
        var step = Assert.Single(await portal.OpenStepsAsync(id));
        var task = await portal.OpenTaskAsync(id, step);
        var form = Note();
        form["opinion"] = "Đã hết xe trong tuần";

        // X-08: the lead asked for it, so that the leader in charge looks at it for the lead.
        Assert.Equal([Trips.Leader], task.Assignees.Select(a => a.PersonId));
        Assert.False((await portal.Acts.CompleteAsync(portal.Person(Trips.Lead), task.Id, new Submission("Reject", form))).IsSuccess);
        Assert.True((await portal.Acts.CompleteAsync(portal.Person(Trips.Leader), task.Id, new Submission("Reject", form))).IsSuccess);
        Assert.Equal(CaseState.Closed, (await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.Id == id))).State);
    }

    [Fact]
    public async Task A_condition_on_a_field_of_its_own_decides_the_way()
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, OwnTemplate.Blank);
        var first = Outline.Of(new CompiledDefinition(view.Definition)).Single(s => s.Path == "deNghi").Settings!;
        var definition = DefinitionEditor.SetStep(view.Definition, "deNghi",
            first with { Fields = [new ExtraField { Name = "soCho", Label = "Số chỗ", Kind = "number", Required = true }] });
        (definition, var condition) = DefinitionEditor.Insert(definition, "deNghi", "Submit", Pattern.Decision, "Nhiều chỗ?");
        var compiled = new CompiledDefinition(definition);
        definition = DefinitionEditor.SetAutomatic(definition, condition,
            AutomaticSettings.Of(compiled.Find(condition)!) with
            {
                Script = new Condition(
                false, [new ConditionTerm("deNghi.soCho", ">", "4")]).Write(ConditionField.Of(compiled))
            });
        (definition, _) = DefinitionEditor.Insert(definition, condition, "True", Pattern.Step, "Trưởng nhóm xem");
        view = (await portal.Services.GetRequiredService<ProcessDesign>()
            .SaveAsync(portal.Person(Designer), view.Row.Id, definition, view.Stamp)).Value;
        Assert.Empty(view.Problems);
        await PublishAsync(portal, view);
        Assert.Empty(await portal.OpenStepsAsync((await StartAsync(portal, Trips.Member, new JsonObject { ["soCho"] = "4" }))
            .Value.CaseId));
        Assert
            .Single(await portal.OpenStepsAsync((await StartAsync(portal, Trips.Member, new JsonObject { ["soCho"] = "7" })).Value.CaseId));
    }

    [Fact]
    public async Task A_process_opens_a_case_of_another_waits_for_its_end_and_reads_what_it_gives_back()
    {
        await using var portal = await TestPortal.CreateAsync();
        await PublishAsync(portal, await CreateAsync(portal, OwnTemplate.Approval, "Bố trí xe"));
        var (parent, after) = await LeadToTheOtherAsync(portal);
        await TryAsync(portal, parent, after);

        var receipt = (await StartAsync(portal, Trips.Member)).Value;
        Assert.Empty(await portal.OpenStepsAsync(receipt.CaseId));
        Assert.Equal("Đề nghị", Assert.Single(Assert.Single(receipt.Opened!).Waiting).Title);
        var opened = await OpenedByAsync(portal, receipt);
        await EndTheOtherAsync(portal, receipt.CaseId, opened);
        Assert.Equal([after], await portal.OpenStepsAsync(receipt.CaseId));
        Assert.Equal(
            CaseState.Closed, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == opened).Select(c => c.State).SingleAsync()));

        await WaitForTheAdministratorsAsync(portal);
        await GoOnWithoutTheOtherAsync(portal, after);
    }

    /// <returns>The process, published, and the step behind the end of the other.</returns>
    private static async Task<(DesignView Parent, string After)> LeadToTheOtherAsync(TestPortal portal)
    {
        var parent = await CreateAsync(portal, OwnTemplate.Blank);
        var (definition, other) =
            DefinitionEditor.Insert(parent.Definition, "deNghi", "Submit", Pattern.OtherProcess, "Bố trí xe cho chuyến đi");
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        parent = (await design.SaveAsync(portal.Person(Designer), parent.Row.Id, definition, parent.Stamp)).Value;
        Assert.Equal(["NoProcess"], parent.Problems.Select(p => p.Code));
        foreach (var (process, problem) in new[] { ("own-xin-xe", "DispatchesItself"), ("field-trip", "NotDispatchable"),
            ("own-khong-co", "NotDispatchable") })
        {
            Assert.Equal([problem],
                (await design.SaveAsync(portal.Person(Designer), parent.Row.Id, Lead(process), parent.Stamp))
                    .Value.Problems
                    .Select(p => p.Code));
            parent = (await design.OpenAsync(portal.Person(Designer), parent.Row.Id)).Value;
        }

        (definition, var after) = DefinitionEditor.Insert(Lead("own-bo-tri-xe"), other, "Done", Pattern.Step, "Nhận xe");
        parent = (await design.SaveAsync(portal.Person(Designer), parent.Row.Id, definition, parent.Stamp)).Value;
        Assert.Empty(parent.Problems);
        await PublishAsync(portal, parent);
        return (parent, after);

        Portal.Workflows.Definitions.WorkflowDefinition Lead(string process) =>
            DefinitionEditor.SetAutomatic(parent.Definition, other,
                AutomaticSettings.Of(new CompiledDefinition(parent.Definition).Find(other)!) with
                {
                    Process = process,
                    WaitsForEnd = true,
                });
    }

    // Tried before anybody uses it: the other case is part of the run.
    private static async Task TryAsync(TestPortal portal, DesignView parent, string after)
    {
        var tried = (await portal.Services.GetRequiredService<DryRuns>().OpenAsync(portal.Person(Designer), parent.Row.Id, portal.Now))
            .Value;
        Assert.True((await tried.Run.StartAsync(tried.ProcessKey, Trips.Member,
            new Submission("Submit", FormInput.ToJson(new OwnStartInput { Secrecy = SecrecyGate.No, Title = "Thử" })))).IsSuccess);
        Assert.Equal(["own-xin-xe", "own-bo-tri-xe"], tried.Run.Cases.Select(c => c.Case.ProcessKey));
        var asked = FormInput.ToJson(new OwnStartInput { Secrecy = SecrecyGate.No, Title = "Xe" });
        foreach (var (person, action, form) in new[]
        {
            (Trips.Member, "Submit", asked), (Trips.Lead, "Approve", Note()), (Trips.Leader, "Approve", Note()),
        })
        {
            Assert.True((await tried.Run.AnswerAsync(Assert.Single(tried.Run.Open), person, new Submission(action, form))).IsSuccess);
        }

        Assert.Equal(("own-xin-xe", after), (Assert.Single(tried.Run.Open).ProcessKey, tried.Run.Open[0].StepId));
        Assert.Equal(0, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ProcessKey.StartsWith("own-"))));
    }

    private static async Task<Guid> OpenedByAsync(TestPortal portal, Receipt receipt)
    {
        var id = receipt.CaseId;
        var opened = await portal.ReadAsync(db => db.Cases.Include(c => c.Areas).SingleAsync(c => c.ParentId == id));
        Assert.Equal(("own-bo-tri-xe", "Xin xe đi xã Bản Cuông", "N03", Trips.Member),
            (opened.ProcessKey, opened.Title.InVietnamese(), opened.GroupId, opened.InitiatorId));
        Assert.Equal(["A017"], opened.Areas.Select(a => a.AreaId));
        Assert.Equal(Guid.Parse((string)(await portal.ReadAsync(db => db.Instances.SingleAsync(i => i.CaseId == opened.Id)))
            .State.Input!["ParentInstanceId"]!), id);

        Assert.Equal(receipt.Number, (await portal.Cases.FindAsync(portal.Person(Trips.Member), opened.Number)).Value.Parent!.Number);
        Assert.Equal(opened.Number,
            Assert.Single((await portal.Cases.FindAsync(portal.Person(Trips.Member), receipt.Number)).Value.Children).Number);
        return opened.Id;
    }

    private static async Task EndTheOtherAsync(TestPortal portal, Guid id, Guid opened)
    {
        var first = await portal.OpenTaskAsync(opened, "deNghi");
        Assert.True((await portal.Acts.CompleteAsync(portal.Person(Trips.Member), first.Id,
            new Submission(
                "Submit", FormInput.ToJson(new OwnStartInput { Secrecy = SecrecyGate.No, Title = "Xe bảy chỗ ngày 12/10" })))).IsSuccess);
        foreach (var person in new[] { Trips.Lead, Trips.Leader })
        {
            var task = await portal.OpenTaskAsync(opened, Assert.Single(await portal.OpenStepsAsync(opened)));
            Assert.Empty(await portal.OpenStepsAsync(id));
            Assert.True((await portal.Acts.CompleteAsync(portal.Person(person), task.Id, new Submission("Approve", Note()))).IsSuccess);
        }
    }

    // A process that is out of use meanwhile is the administrators' matter, not that of who sends the request.
    private static async Task WaitForTheAdministratorsAsync(TestPortal portal)
    {
        await portal.ForceVersionAsync("own-bo-tri-xe", 0);
        var stuck = (await StartAsync(portal, Trips.Member)).Value.CaseId;
        var incidents = portal.Services.GetRequiredService<IncidentQueries>();
        var incident = Assert.Single(await incidents.OpenAsync(portal.Person(Designer))).Incident;
        Assert.Equal((stuck, "NotDispatched", true),
            (incident.CaseId, incident.Kind,
                await portal.ReadAsync(db => db.Cases.Where(c => c.Id == stuck).Select(c => c.HasIncident).SingleAsync())));
        await portal.ForceVersionAsync("own-bo-tri-xe", 1);
        Assert.True((await incidents.RepairAsync(portal.Person(Designer), incident, null, "Quy trình bố trí xe dùng lại rồi")).IsSuccess);
        Assert.Empty(await incidents.OpenAsync(portal.Person(Designer)));
        Assert.Equal(1, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ParentId == stuck)));
    }

    // Withdrawn, refused or given up: the other case goes on all the same.
    private static async Task GoOnWithoutTheOtherAsync(TestPortal portal, string after)
    {
        var second = (await StartAsync(portal, Trips.Member)).Value.CaseId;
        var withdrawn = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ParentId == second));
        Assert.True((await portal.Operations.RunAsync(portal.Person(Designer), async o =>
        {
            o.Store.Add(new Incident
            {
                CaseId = withdrawn.Id,
                CaseNumber = withdrawn.Number,
                Number = -1,
                StepId = "deNghi",
                Kind = IncidentKinds.NoAssignee,
                Message = "",
                At = o.Context.Now
            });
            return await Task.FromResult(Portal.Domain.Common.Result.Ok);
        })).IsSuccess);
        Assert.True((await portal.Operations.RunAsync(
            portal.Person(Designer), o => o.Cases.GiveUpAsync(withdrawn.Id, -1, "Không còn nhu cầu xe nữa", o.Context))).IsSuccess);
        Assert.Equal([after], await portal.OpenStepsAsync(second));
    }

    [Fact]
    public async Task What_begins_beside_the_first_step_is_opened_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, OwnTemplate.Blank);
        var (definition, fork) = DefinitionEditor.Insert(
            view.Definition, "start", "Done", Pattern.Parallel, "Trưởng nhóm chuẩn bị", "Thành viên chuẩn bị", "Cùng lúc", "Chờ đủ");
        (definition, var delay) = DefinitionEditor.Insert(definition, fork, "B", Pattern.Wait, "Chờ một ngày");
        string Path(string title) => Outline.Of(new CompiledDefinition(definition)).Single(x => x.Title == title).Path;
        definition = DefinitionEditor.Connect(DefinitionEditor.Connect(DefinitionEditor.Connect(definition, fork, "A", "deNghi"), "deNghi",
            "Submit", Path("Trưởng nhóm chuẩn bị")), Path("Chờ đủ"), "Done", "ketThuc");
        await portal.Operations.RunAsync(Portal.Domain.Organisation.Actor.System, async o =>
        {
            var version = await o.Db.DefinitionVersions.SingleAsync(v => v.Id == view.Row.Id);
            (version.Json, version.IsPublished) = (definition.Write(), true);
            return Portal.Domain.Common.Result.Ok;
        });
        var receipt = (await StartAsync(portal, Trips.Member)).Value;
        var id = receipt.CaseId;
        Assert.Null(receipt.ResumesAt);
        Assert.Equal(portal.Now.AddDays(1), (await portal.ReadAsync(db => db.Instances.SingleAsync(i => i.CaseId == id))).State.ResumesAt);
        Assert.Contains(
            delay, (await portal.ReadAsync(db => db.Instances.SingleAsync(i => i.CaseId == id))).State.Waiting.Select(w => w.Activity));
        Assert.Single(await portal.OpenStepsAsync(id));
        portal.Clock.Advance(TimeSpan.FromDays(1.1));
        await portal.TickAsync();
        Assert.Equal(2, (await portal.OpenStepsAsync(id)).Count);
    }

    [Fact]
    public async Task Processes_that_open_each_other_without_end_are_stopped_and_nothing_is_written()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (one, two) =
            (await CreateAsync(portal, OwnTemplate.Blank, "Vòng một"), await CreateAsync(portal, OwnTemplate.Blank, "Vòng hai"));
        await PublishAsync(portal, one);
        await PublishAsync(portal, two);

        // Both open the other before anybody is asked: only an import can bring such a thing.
        foreach (var (key, other) in new[] { ("own-vong-mot", "own-vong-hai"), ("own-vong-hai", "own-vong-mot") })
        {
            await BesideStartAsync(portal, key, $$"""{"id":"mo","type":"Elsa.DispatchWorkflow","workflowDefinitionId":"{{other}}"}""");
        }

        var started = await portal.Acts.StartAsync(portal.Person(Trips.Member), "own-vong-mot",
            new Submission("Submit", FormInput.ToJson(new OwnStartInput { Secrecy = SecrecyGate.No, Title = "Vòng" })));
        Assert.Equal("Process.TooDeep", started.Refusal?.Code);
        Assert.Equal(0, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ProcessKey.StartsWith("own-"))));
    }

    [Fact]
    public async Task An_event_that_is_published_by_what_hears_it_is_stopped_and_nothing_is_written()
    {
        await using var portal = await TestPortal.CreateAsync();
        await PublishAsync(portal, await CreateAsync(portal, OwnTemplate.Approval, "Vòng"));
        await BesideStartAsync(portal, "own-vong", """{"id":"nghe","type":"Elsa.Event","eventName":"x"}""",
            """{"id":"bao","type":"Elsa.PublishEvent","eventName":"x"}""");
        await BesideStartAsync(portal, "own-vong", """{"id":"goi","type":"Elsa.PublishEvent","eventName":"x"}""");
        await portal.Operations.RunAsync(Portal.Domain.Organisation.Actor.System, async o =>
        {
            var version = await o.Db.DefinitionVersions.SingleAsync(v => v.DefinitionId == "own-vong");
            var json = JsonNode.Parse(version.Json)!;
            json["root"]!["connections"]!.AsArray()
                .Add(JsonNode.Parse("""{"source":{"activity":"bao","port":"Done"},"target":{"activity":"nghe","port":"In"}}"""));
            version.Json = json.ToJsonString();
            return Portal.Domain.Common.Result.Ok;
        });
        var started = await portal.Acts.StartAsync(portal.Person(Trips.Member), "own-vong",
            new Submission("Submit", FormInput.ToJson(new OwnStartInput { Secrecy = SecrecyGate.No, Title = "Vòng" })));
        Assert.Equal("Process.Endless", started.Refusal?.Code);
        Assert.Equal(0, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ProcessKey == "own-vong")));
    }

    /// <summary>Puts activities, one after the other, beside the first step: they begin when it does.</summary>
    private static Task BesideStartAsync(TestPortal portal, string key, params string[] activities) =>
        portal.Operations.RunAsync(Portal.Domain.Organisation.Actor.System, async o =>
        {
            var version = await o.Db.DefinitionVersions.SingleAsync(v => v.DefinitionId == key);
            var json = JsonNode.Parse(version.Json)!;
            var from = "start";
            foreach (var activity in activities.Select(a => JsonNode.Parse(a)!))
            {
                var id = (string)activity["id"]!;
                json["root"]!["activities"]!.AsArray().Add(activity);
                json["root"]!["connections"]!.AsArray().Add(JsonNode.Parse(
                    $$$"""{"source":{"activity":"{{{from}}}","port":"Done"},"target":{"activity":"{{{id}}}","port":"In"}}"""));
                from = id;
            }

            version.Json = json.ToJsonString();
            return Portal.Domain.Common.Result.Ok;
        });

    [Fact]
    public async Task Names_are_taken_once_and_only_designers_make_processes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        await CreateAsync(portal, OwnTemplate.Blank);
        Assert.Equal("Design.NameTaken",
            Assert.Single((await design.CreateAsync(portal.Person(Designer), " Xin xe ", OwnTemplate.Blank)).Refusal!.Fields).Code);
        Assert.Equal("Common.Required",
            Assert.Single((await design.CreateAsync(portal.Person(Designer), "  ", OwnTemplate.Blank)).Refusal!.Fields).Code);
        Assert.Equal("Common.Required",
            Assert.Single((await design.CreateAsync(portal.Person(Designer), "???", OwnTemplate.Blank)).Refusal!.Fields).Code);
        Assert.Equal(
            "Common.Forbidden", (await design.CreateAsync(portal.Person(Trips.Head), "Quy trình khác", OwnTemplate.Blank)).Refusal!.Code);
        Assert.True((await design.DiscardAsync(portal.Person(Designer), "own-xin-xe-v1")).IsSuccess);
        Assert.DoesNotContain((await design.ListAsync(portal.Person(Designer))).Value, p => p.DefinitionId == "own-xin-xe");
    }

    private static JsonObject Note() => new() { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };

    private static Task<IReadOnlyList<StartableProcess>> ListAsync(TestPortal portal, string person) =>
        Task.Run(async () => await portal.Services.GetRequiredService<StartableProcesses>()
            .ForAsync(await portal.Services.GetRequiredService<PortalOperations>().ContextAsync(portal.Person(person))));

    private static Task<Portal.Domain.Common.Result<Receipt>> StartAsync(
        TestPortal portal, string person, JsonObject? extra = null, string? content = null) =>
        portal.Acts.StartAsync(portal.Person(person), "own-xin-xe",
            new Submission("Submit",
                FormInput.ToJson(new OwnStartInput
                {
                    Secrecy = SecrecyGate.No,
                    Title = "Xin xe đi xã Bản Cuông",
                    AreaIds = ["A017"],
                    Content = content
                }), extra));

    private static async Task<DesignView> CreateAsync(TestPortal portal, OwnTemplate template, string name = "Xin xe")
    {
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        return (await design.OpenAsync(portal.Person(Designer), (await design.CreateAsync(portal.Person(Designer), name, template)).Value))
            .Value;
    }

    private static async Task PublishAsync(TestPortal portal, DesignView view) =>
        Assert.True((await portal.Services.GetRequiredService<ProcessDesign>()
            .PublishAsync(portal.Person(Second), view.Row.Id, view.Stamp, "Quy trình mới của cơ quan")).Value);
}
