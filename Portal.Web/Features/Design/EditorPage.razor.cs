using Microsoft.AspNetCore.Components;
using Portal.Web.Operations;
using Portal.Web.Operations.Authoring;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Features.Design;

/// <summary>A definition in three parts that stay in step: the list of steps, the diagram, the panel of the chosen one.</summary>
public partial class EditorPage
{
    /// <summary>What is shown: at times a change ahead of <see cref="_stored"/>.</summary>
    private DesignView? _view;
    private DesignView? _stored;
    private CompiledDefinition? _compiled;
    private IReadOnlyList<OutlineStep> _steps = [];
    private List<StepRow> _rows = [];
    private IReadOnlyList<ConditionField> _fields = [];
    private CaseContextName? _names;
    private WorkflowDefinition? _pending;
    private string? _chosen;
    private string? _problem;
    private string? _conflict;
    private Guid _panel = Guid.NewGuid();
    private bool _loaded;

    /// <summary>Beside the diagram stands what is published, not the chosen step.</summary>
    private bool _isPublishing;
    private bool _warned;
    private StepPanel? _stepPanel;

    [Parameter]
    public required string VersionId { get; set; }

    [Inject]
    public required CurrentActor Current { get; set; }

    [Inject]
    public required ProcessDesign Design { get; set; }

    [Inject]
    public required PortalOperations Operations { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private OutlineStep? Chosen => _steps.FirstOrDefault(s => s.Path == _chosen);

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Row.Id != VersionId)
        {
            await ReloadAsync();
            _chosen = _steps.FirstOrDefault(s => s.IsHuman)?.Path;
            _isPublishing = _view?.Row.RequestedById.Length > 0;
        }
    }

    private async Task ReloadAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        _names = new CaseContextName(context.Directory.NameOf);
        var opened = await Design.OpenAsync(actor, VersionId);
        (_conflict, _pending, _loaded) = (null, null, true);
        if (opened.IsSuccess)
        {
            Show(_stored = opened.Value);
        }
        else
        {
            _view = _stored = null;
        }

        _panel = Guid.NewGuid();
    }

    private void Show(DesignView view)
    {
        (_view, _compiled, _followed, _marks) = (view, view.Compiled, null, []);
        _steps = Outline.Of(_compiled);
        _fields = ConditionField.Of(_compiled);
        _rows = Rows(view);
    }

    private async Task ChooseAsync(string path)
    {
        _isPublishing = false;
        if (_chosen != path && await SettledAsync())
        {
            (_chosen, _panel) = (path, Guid.NewGuid());
        }
    }

    // What was typed last is stored before anything else happens. What cannot be stored is not thrown away unasked: who leaves it a second
    // time leaves it behind.
    private async Task<bool> SettledAsync()
    {
        if (_stepPanel is null || _warned || await _stepPanel.FlushAsync())
        {
            (_warned, _problem) = (false, null);
            return true;
        }

        (_warned, _problem) = (true, L["Design.FixFirst"]);
        return false;
    }

    private async Task ArrangeAsync(bool all)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.Arrange(_view!.Definition, all));
        }
    }

    // Human steps are counted; what the portal does by itself stands between them. Made once for each change: choosing a step draws no
    // words anew.
    private List<StepRow> Rows(DesignView view)
    {
        var worst = view.Problems
            .Where(p => p.ActivityId is not null)
            .GroupBy(p => p.ActivityId!)
            .ToDictionary(g => g.Key, g => g.Max(p => p.Severity));
        var number = 0;
        return [.. _steps.Select(step => new StepRow(step.Path, step.Depth,
            step.IsHuman ? $"{L["Design.Step", ++number]}: {step.Title}" : step.Title, About(step),
            worst.TryGetValue(step.Id, out var severity) ? severity : null))];
    }

    private string About(OutlineStep step)
    {
        if (step.Settings is { } settings)
        {
            var due = settings.Due is null ? null : StepWords.Of(DefinitionDifference.Due(settings.Due), L, _compiled!.Definition);
            return string.Join(", ", settings.Who.Select(Who)) + (due is null ? "" : $" · {L["Design.Due", due]}");
        }

        if (step.IsHuman)
        {
            return "";
        }

        var kind = L.First(step.Type, $"activity.{step.Type}");
        return Asked(step) is { Length: > 0 } asked ? $"{kind}: {asked}" : kind;
    }

    private string Asked(OutlineStep step) =>
        step.Type == AutomaticSettings.Decision && _compiled!.Find(step.Id)?.Input("condition")?.Source is { } script
            ? StepWords.Condition(script, _fields, L)
            : "";

    private static string ChartOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    private string Who(string who) =>
        who.StartsWith("person:", StringComparison.Ordinal) ? _names!.Of(who[7..]) : StepWords.Who(who, L, _compiled?.Definition);

    private string StateWords() => _view!.Row switch
    {
        { IsPublished: true } => L["Design.PublishedState"],
        { IsDraft: true, RequestedById.Length: > 0 } row => L["Design.RequestedState", _names!.Of(row.RequestedById)],
        { IsDraft: true } row =>
            L["Design.DraftState", row.ChangedAt, row.ChangedById.Length == 0 ? L["Design.Shipped"] : _names!.Of(row.ChangedById)],
        _ => L["Design.EarlierState"],
    };

    private sealed record StepRow(string Path, int Depth, string Title, string About, ProblemSeverity? Worst);

    private sealed record CaseContextName(Func<string?, string> Of);
}
