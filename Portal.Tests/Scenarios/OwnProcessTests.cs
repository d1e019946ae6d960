using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Authoring;
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
                var spec = CaseRuntime.SpecOf(task, new CompiledDefinition((await portal.Services.GetRequiredService<ProcessDesign>().OpenAsync(portal.Person(Designer), view.Row.Id)).Value.Definition));
                Assert.True((await portal.Acts.CompleteAsync(portal.Person(person), task.Id, new Submission(spec.Actions[0].Key, Note()))).IsSuccess);
            }
        }

        var ended = await portal.ReadAsync(db => db.Cases.Include(c => c.Areas).SingleAsync(c => c.Id == id));
        Assert.Equal((CaseState.Closed, "Closed", "Xin xe đi xã Bản Cuông"), (ended.State, ended.Status, ended.Title));
        Assert.Equal(["A017"], ended.Areas.Select(a => a.AreaId));
    }

    [Fact]
    public async Task Refused_it_ends_closed_and_only_those_of_its_first_step_start_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, OwnTemplate.Approval);
        var first = Outline.Of(new CompiledDefinition(view.Definition)).Single(s => s.Path == "deNghi").Settings!;
        view = (await portal.Services.GetRequiredService<ProcessDesign>().SaveAsync(portal.Person(Designer), view.Row.Id, DefinitionEditor.SetStep(view.Definition, "deNghi", first with
        {
            Who = ["groupLead"], RequiredFields = ["content"], HiddenFields = [],
            Fields = [new ExtraField { Name = "soCho", Label = "Số chỗ", Kind = "number", Required = true }, new ExtraField { Name = "giay", Label = "Giấy đi đường", Kind = "file" }],
        }), view.Stamp)).Value;
        Assert.Empty(view.Problems);
        await PublishAsync(portal, view);
        Assert.DoesNotContain(await ListAsync(portal, Trips.Member), p => p.Process.Key == "own-xin-xe");
        Assert.Equal("Xin xe", Assert.Single(await ListAsync(portal, Trips.Lead), p => p.Process.Key == "own-xin-xe").Name);
        Assert.Equal("Xin xe", (await portal.Services.GetRequiredService<ReferenceCache>().GetAsync()).OwnProcesses["own-xin-xe"]);
        Assert.Equal("Common.Forbidden", (await StartAsync(portal, Trips.Member, new JsonObject { ["soCho"] = "7" })).Refusal!.Code);
        Assert.Equal("content", Assert.Single((await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7" })).Refusal!.Fields).Path);
        Assert.Equal("extra.giay", Assert.Single((await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7", ["giay"] = "không phải tệp" }, "Đi hai ngày")).Refusal!.Fields).Path);
        Assert.Equal("extra.giay", Assert.Single((await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7", ["giay"] = new JsonArray("x") }, "Đi hai ngày")).Refusal!.Fields).Path);
        Assert.Equal("File.NotYours", Assert.Single((await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7", ["giay"] = new JsonArray(Guid.NewGuid().ToString()) }, "Đi hai ngày")).Refusal!.Fields).Code);
        var id = (await StartAsync(portal, Trips.Lead, new JsonObject { ["soCho"] = "7" }, "Đi hai ngày")).Value.CaseId;
        var step = Assert.Single(await portal.OpenStepsAsync(id));
        var task = await portal.OpenTaskAsync(id, step);
        var form = Note();
        form["opinion"] = "Đã hết xe trong tuần";
        Assert.True((await portal.Acts.CompleteAsync(portal.Person(Trips.Lead), task.Id, new Submission("Reject", form))).IsSuccess);
        Assert.Equal(CaseState.Closed, (await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.Id == id))).State);
    }

    [Fact]
    public async Task A_condition_on_a_field_of_its_own_decides_the_way()
    {
        await using var portal = await TestPortal.CreateAsync();
        var view = await CreateAsync(portal, OwnTemplate.Blank);
        var first = Outline.Of(new CompiledDefinition(view.Definition)).Single(s => s.Path == "deNghi").Settings!;
        var definition = DefinitionEditor.SetStep(view.Definition, "deNghi", first with { Fields = [new ExtraField { Name = "soCho", Label = "Số chỗ", Kind = "number", Required = true }] });
        (definition, var condition) = DefinitionEditor.Insert(definition, "deNghi", "Submit", Pattern.Decision, "Nhiều chỗ?");
        var compiled = new CompiledDefinition(definition);
        definition = DefinitionEditor.SetAutomatic(definition, condition, AutomaticSettings.Of(compiled.Find(condition)!) with { Script = new Condition(false, [new ConditionTerm("deNghi.soCho", ">", "4")]).Write(ConditionField.Of(compiled)) });
        (definition, _) = DefinitionEditor.Insert(definition, condition, "True", Pattern.Step, "Trưởng nhóm xem");
        view = (await portal.Services.GetRequiredService<ProcessDesign>().SaveAsync(portal.Person(Designer), view.Row.Id, definition, view.Stamp)).Value;
        Assert.Empty(view.Problems);
        await PublishAsync(portal, view);
        Assert.Empty(await portal.OpenStepsAsync((await StartAsync(portal, Trips.Member, new JsonObject { ["soCho"] = "4" })).Value.CaseId));
        Assert.Single(await portal.OpenStepsAsync((await StartAsync(portal, Trips.Member, new JsonObject { ["soCho"] = "7" })).Value.CaseId));
    }

    [Fact]
    public async Task Names_are_taken_once_and_only_designers_make_processes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        await CreateAsync(portal, OwnTemplate.Blank);
        Assert.Equal("Design.NameTaken", Assert.Single((await design.CreateAsync(portal.Person(Designer), " Xin xe ", OwnTemplate.Blank)).Refusal!.Fields).Code);
        Assert.Equal("Common.Required", Assert.Single((await design.CreateAsync(portal.Person(Designer), "  ", OwnTemplate.Blank)).Refusal!.Fields).Code);
        Assert.Equal("Common.Required", Assert.Single((await design.CreateAsync(portal.Person(Designer), "???", OwnTemplate.Blank)).Refusal!.Fields).Code);
        Assert.Equal("Common.Forbidden", (await design.CreateAsync(portal.Person(Trips.Head), "Quy trình khác", OwnTemplate.Blank)).Refusal!.Code);
        Assert.True((await design.DiscardAsync(portal.Person(Designer), "own-xin-xe-v1")).IsSuccess);
        Assert.DoesNotContain((await design.ListAsync(portal.Person(Designer))).Value, p => p.DefinitionId == "own-xin-xe");
    }

    private static JsonObject Note() => new() { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };

    private static Task<IReadOnlyList<StartableProcess>> ListAsync(TestPortal portal, string person) =>
        Task.Run(async () => await portal.Services.GetRequiredService<StartableProcesses>().ForAsync(await portal.Services.GetRequiredService<PortalOperations>().ContextAsync(portal.Person(person))));

    private static Task<Portal.Domain.Common.Result<Receipt>> StartAsync(TestPortal portal, string person, JsonObject? extra = null, string? content = null) =>
        portal.Acts.StartAsync(portal.Person(person), "own-xin-xe", new Submission("Submit", FormInput.ToJson(new OwnStartInput { Secrecy = SecrecyGate.No, Title = "Xin xe đi xã Bản Cuông", AreaIds = ["A017"], Content = content }), extra));

    private static async Task<DesignView> CreateAsync(TestPortal portal, OwnTemplate template)
    {
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        return (await design.OpenAsync(portal.Person(Designer), (await design.CreateAsync(portal.Person(Designer), "Xin xe", template)).Value)).Value;
    }

    private static async Task PublishAsync(TestPortal portal, DesignView view) =>
        Assert.True((await portal.Services.GetRequiredService<ProcessDesign>().PublishAsync(portal.Person(Second), view.Row.Id, view.Stamp, "Quy trình mới của cơ quan")).Value);
}
