using Microsoft.AspNetCore.Components;
using Portal.Web.Operations.Authoring;
using Portal.Web.Security;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Scenarios;

namespace Portal.Web.Features.Design;

/// <summary>Dry runs that were kept, played again on the version as it is now.</summary>
public partial class ScenarioList
{
    private IReadOnlyList<ScenarioOutcome>? _outcomes;
    private CompiledDefinition? _compiled;
    private string? _problem;

    [Inject]
    public required CurrentActor Current { get; set; }

    [Inject]
    public required ScenarioRuns Scenarios { get; set; }

    [Parameter, EditorRequired]
    public required string VersionId { get; set; }

    [Parameter, EditorRequired]
    public required WorkflowDefinition Definition { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    protected override Task OnInitializedAsync() => PlayAsync();

    /// <summary>Plays them again.</summary>
    public async Task PlayAsync()
    {
        _compiled = new CompiledDefinition(Definition);
        var played = await Scenarios.PlayAsync(await Current.GetAsync(), VersionId);
        _outcomes = played.IsSuccess ? played.Value : [];
        StateHasChanged();
    }

    private async Task RemoveAsync(string name)
    {
        var removed = await Scenarios.RemoveAsync(await Current.GetAsync(), VersionId, name);
        _problem = removed.IsSuccess ? null : L.Of(removed.Refusal);
        await PlayAsync();
    }

    private string Words(ScenarioOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            return L["Scenario.Breaks", outcome.Done + 1, ActWords(outcome.Scenario.Acts[outcome.Done]), L.FirstOf(refusal)];
        }

        return outcome.IsAsBefore
            ? L["Scenario.AsBefore", outcome.Done, Ends(outcome.Ends)]
            : L["Scenario.Differs", Ends(outcome.Scenario.Ends), Ends(outcome.Ends)];
    }

    private string ActWords(ScenarioAct act) => act.Kind switch
    {
        ScenarioActKind.Answer => Title(act.StepId),
        ScenarioActKind.Time => L["Scenario.Time", LocalFormat.Moment(act.At ?? default)],
        _ => L["Scenario.Start"],
    };

    private string Ends(IReadOnlyList<ScenarioStand> ends) => string.Join("; ", ends.Select(e => e.Steps.Count == 0
        ? L.Status(e.Process, e.Status)
        : $"{L.Status(e.Process, e.Status)} ({string.Join(", ", e.Steps.Select(Title))})"));

    private string Title(string step) => _compiled?.Find(step)?.Node.DisplayName ?? step;
}
