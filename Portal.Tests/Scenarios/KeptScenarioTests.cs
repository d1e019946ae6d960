using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Scenarios;

namespace Portal.Tests.Scenarios;

/// <summary>Section 7.1: a dry run that was kept is played again on what the definition has become, and says what is different.</summary>
public sealed class KeptScenarioTests : IAsyncLifetime
{
    private const string Name = "Đi một ngày, gửi rồi xem";

    private TestPortal _portal = null!;
    private ScenarioRuns _scenarios = null!;
    private ProcessDesign _design = null!;
    private DesignView _draft = null!;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.CreateAsync();
        (_scenarios, _design) = (_portal.Services.GetRequiredService<ScenarioRuns>(), _portal.Services.GetRequiredService<ProcessDesign>());
        var designer = _portal.Person(ChangedTripTests.Designer);
        var id = (await _design.DraftAsync(designer, "field-trip")).Value;
        var run = (await _portal.Services.GetRequiredService<DryRuns>().OpenAsync(designer, id, _portal.Now)).Value.Run;
        Assert.Equal("Scenario.NothingDone", (await _scenarios.KeepAsync(designer, id, Name, run)).Refusal!.Code);
        var sent = await run.StartAsync("field-trip", Trips.Member, new Submission("Submit", FormInput.ToJson(Trips.NoticeAhead())));
        Assert.True(sent.IsSuccess, sent.Refusal?.ToString());
        Assert.True((await run.MoveToAsync(_portal.Now.AddHours(20))).IsSuccess);
        var kept = await _scenarios.KeepAsync(designer, id, Name, run);
        Assert.True(kept.IsSuccess, kept.Refusal?.ToString());
        _draft = (await _design.OpenAsync(designer, id)).Value;
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task It_is_part_of_the_definition_and_goes_as_before_while_nothing_changes_what_it_does()
    {
        var kept = Assert.Single(ScenarioBook.Of(WorkflowDefinition.Read(_draft.Definition.Write())));
        Assert.Equal((Name, 2), (kept.Name, kept.Acts.Count));
        Assert.Equal(_draft.Definition.AllActivities.Count(), (await PublishedAsync()).AllActivities.Count());
        var outcome = Assert.Single(await PlayAsync());
        Assert.True(outcome.IsAsBefore);
        Assert.NotEmpty(Assert.Single(outcome.Ends).Steps);

        // Other words and another deadline lead to the same.
        await ChangeAsync(s => s with { Title = "Xem trước khi đi", Instructions = "Xem kỹ." });
        Assert.True(Assert.Single(await PlayAsync()).IsAsBefore);
        Assert.Equal("Common.Forbidden", (await _scenarios.PlayAsync(_portal.Person(Trips.Member), _draft.Row.Id)).Refusal!.Code);
    }

    [Fact]
    public async Task What_a_change_breaks_is_told_with_the_act_and_why()
    {
        var first = Outline.Of(new CompiledDefinition(_draft.Definition)).First(s => s.IsHuman);
        await SaveAsync(DefinitionEditor.SetStep(_draft.Definition, first.Path, first.Settings! with
        {
            Fields = [new() { Name = "xe", Label = "Xe đi", Required = true }],
        }));
        var outcome = Assert.Single(await PlayAsync());
        Assert.Equal((false, 0), (outcome.IsAsBefore, outcome.Done));
        Assert.Equal("extra.xe", Assert.Single(outcome.Refusal!.Fields).Path);
    }

    [Fact]
    public async Task What_leads_elsewhere_is_told_with_both_ends_and_a_scenario_can_be_removed()
    {
        var compiled = new CompiledDefinition(_draft.Definition);
        var open = Assert.Single(ScenarioBook.Of(_draft.Definition)).Ends[0].Steps;
        var step = Outline.Of(compiled).First(s => open.Contains(s.Id) && s.Settings is { });
        var before = Outline.Of(compiled).First(s => s.Leads.Any(l => l.To == step.Id));
        var (changed, added) = DefinitionEditor.Insert(
            _draft.Definition, before.Path, before.Leads.First(l => l.To == step.Id).Port, Pattern.Step, "Bước chen");
        await SaveAsync(changed);
        var outcome = Assert.Single(await PlayAsync());
        Assert.False(outcome.IsAsBefore);
        Assert.Null(outcome.Refusal);
        Assert.Contains(added.Split('/')[^1], outcome.Ends[0].Steps);

        var designer = _portal.Person(ChangedTripTests.Designer);
        Assert.True((await _scenarios.RemoveAsync(designer, _draft.Row.Id, Name)).IsSuccess);
        Assert.Empty(await PlayAsync());
        Assert.Equal("Design.NotDraft", (await _scenarios.RemoveAsync(designer, "field-trip-v1", Name)).Refusal!.Code);
    }

    private async Task<IReadOnlyList<ScenarioOutcome>> PlayAsync() =>
        (await _scenarios.PlayAsync(_portal.Person(ChangedTripTests.Designer), _draft.Row.Id)).Value;

    private async Task<WorkflowDefinition> PublishedAsync() =>
        (await _design.OpenAsync(_portal.Person(ChangedTripTests.Designer), "field-trip-v1")).Value.Definition;

    private Task ChangeAsync(Func<StepSettings, StepSettings> change)
    {
        var step = Outline.Of(new CompiledDefinition(_draft.Definition)).First(s => s.Id == "review");
        return SaveAsync(DefinitionEditor.SetStep(_draft.Definition, step.Path, change(step.Settings!)));
    }

    private async Task SaveAsync(WorkflowDefinition changed)
    {
        var saved = await _design.SaveAsync(_portal.Person(ChangedTripTests.Designer), _draft.Row.Id, changed, _draft.Stamp);
        Assert.True(saved.IsSuccess, saved.Refusal?.ToString());
        _draft = saved.Value;
    }
}
