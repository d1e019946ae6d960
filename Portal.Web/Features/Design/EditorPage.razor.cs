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
    private const int UndoSteps = 100;

    /// <summary>About what one open editor may remember.</summary>
    private const int UndoCharacters = 10_000_000;

    /// <summary>Of these the latest, three or more, are kept as they are and not as text alone: reading and compiling a megabyte takes
    /// longer than all else.</summary>
    private const int UndoCompiledCharacters = 4_000_000;

    private readonly List<Remembered> _undo = [];
    private readonly List<Remembered> _redo = [];
    /// <summary>The change that is being stored last, done when it is.</summary>
    private Task _storing = Task.CompletedTask;

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
        (_view, _compiled) = (view, view.Compiled);
        _steps = Outline.Of(_compiled);
        _fields = ConditionField.Of(_compiled);
        _rows = Rows(view);
    }

    private async Task ChooseAsync(string path)
    {
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

    private async Task ArrangeAsync()
    {
        if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.Arrange(_view!.Definition));
        }
    }

    private Task<bool> ChangeAsync(WorkflowDefinition changed, bool keepPanel = false, string? choose = null) =>
        ChangeAsync(new CompiledDefinition(changed), keepPanel, isUndo: false, choose);

    // Each change is shown, then stored at once, one after the other: who picks quickly is not in conflict with themselves. The panel
    // keeps what is being typed. What was not stored is not shown as if it were: it stays on screen only under the words that somebody
    // else was first.
    private async Task<bool> ChangeAsync(CompiledDefinition compiled, bool keepPanel, bool isUndo, string? choose)
    {
        var chosen = _chosen;
        Show(_view! with { Compiled = compiled });
        (_chosen, _panel) = (choose ?? _chosen, keepPanel ? _panel : Guid.NewGuid());
        var (before, done) = (_storing, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _storing = done.Task;
        await Task.Yield();
        await before;
        try
        {
            var old = _stored!;
            var saved = await Design.SaveAsync(await Current.GetAsync(), VersionId, compiled, old.Stamp);
            if (!saved.IsSuccess)
            {
                var isConflict = saved.Refusal.Code == "Design.ChangedBy";
                _conflict = isConflict ? L.Of(saved.Refusal) : null;
                _problem = isConflict ? null : L.Of(saved.Refusal);
                if (isConflict)
                {
                    _pending = compiled.Definition;
                }
                else
                {
                    _chosen = chosen;
                    Show(old);
                }

                return false;
            }

            if (!isUndo)
            {
                Remember(_undo, old);
                _redo.Clear();
            }

            (_problem, _conflict, _stored) = (null, null, saved.Value);
            _view = saved.Value with { Compiled = _compiled! };
            _rows = Rows(_view);
            return true;
        }
        finally
        {
            done.SetResult();
        }
    }

    private Task UndoAsync() => StepBackAsync(_undo, _redo);

    private Task RedoAsync() => StepBackAsync(_redo, _undo);

    private async Task StepBackAsync(List<Remembered> from, List<Remembered> to)
    {
        if (!await SettledAsync())
        {
            return;
        }

        // What is on its way to be stored belongs to what is taken back.
        await _storing;
        var (now, then) = (_stored!, from[^1]);
        if (await ChangeAsync(
            then.Compiled ?? new CompiledDefinition(WorkflowDefinition.Read(then.Text)), keepPanel: false, isUndo: true, choose: null))
        {
            from.RemoveAt(from.Count - 1);
            Remember(to, now);
        }
    }

    private static void Remember(List<Remembered> versions, DesignView view)
    {
        versions.Add(new Remembered(view.Text, view.Compiled));
        var compiled = Math.Max(3, UndoCompiledCharacters / view.Text.Length);
        if (versions.Count > compiled)
        {
            versions[^(compiled + 1)] = versions[^(compiled + 1)] with { Compiled = null };
        }

        if (versions.Count > Math.Clamp(UndoCharacters / view.Text.Length, 10, UndoSteps))
        {
            versions.RemoveAt(0);
        }
    }

    private async Task TakeOverAsync()
    {
        var saved = await Design.SaveAsync(await Current.GetAsync(), VersionId, _pending ?? _view!.Definition, stamp: null);
        if (saved.IsSuccess)
        {
            (_conflict, _pending) = (null, null);
            Show(_stored = saved.Value);
        }
        else
        {
            _problem = L.Of(saved.Refusal);
        }
    }

    private async Task DiscardAsync()
    {
        var done = await Design.DiscardAsync(await Current.GetAsync(), VersionId);
        if (done.IsSuccess)
        {
            Navigation.NavigateTo(Routes.Processes);
        }
        else
        {
            _problem = L.Of(done.Refusal);
        }
    }

    private async Task StepChangedAsync(WorkflowDefinition changed) => await ChangeAsync(changed, keepPanel: true);

    private async Task InsertAsync((string Port, Pattern Pattern) wanted)
    {
        if (!await SettledAsync())
        {
            return;
        }

        var (definition, path) = DefinitionEditor.Insert(
            _view!.Definition, _chosen!, wanted.Port, wanted.Pattern, [.. L[$"pattern-titles.{wanted.Pattern}"].Split('|')]);
        await ChangeAsync(definition, choose: path);
    }

    private IReadOnlyList<(string Port, string Label)> Ports() => Chosen is { } step ? StepWords.Ports(_compiled!, step, L) : [];

    private async Task ConnectAsync((string Port, string To) way)
    {
        if (ChartOf(way.To) != ChartOf(_chosen!))
        {
            _problem = L["Design.OtherChart"];
        }
        else if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.Connect(_view!.Definition, _chosen!, way.Port, way.To[(way.To.LastIndexOf('/') + 1)..]));
        }
    }

    private async Task DuplicateAsync()
    {
        if (!await SettledAsync())
        {
            return;
        }

        var (definition, path) = DefinitionEditor.Duplicate(_view!.Definition, _chosen!);
        await ChangeAsync(definition, choose: path);
    }

    private async Task CopiedAsync((WorkflowDefinition Changed, string Path) copy)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(copy.Changed, choose: copy.Path);
        }
    }

    private async Task MoveAfterAsync((string Path, string Port) place)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.MoveAfter(_view!.Definition, _chosen!, place.Path, place.Port));
        }
    }

    private async Task RemoveAsync()
    {
        if (await ChangeAsync(DefinitionEditor.Remove(_view!.Definition, _chosen!)))
        {
            (_chosen, _panel) = (_steps.FirstOrDefault(s => s.IsHuman)?.Path, Guid.NewGuid());
        }
    }

    private async Task MoveAsync((string Path, double X, double Y) moved)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.Move(_view!.Definition, moved.Path, moved.X, moved.Y), keepPanel: true);
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

    private string About(OutlineStep step) => step.Settings is { } s
        ? $"{string.Join(", ", s.Who.Select(Who))}{(s.Due is null ? "" : $" · {L["Design.Due", StepWords.Of(DefinitionDifference.Due(s.Due), L, _compiled!.Definition)]}")}"
        : step.IsHuman ? "" : $"{L.First(step.Type, $"activity.{step.Type}")}{(Asked(step) is { Length: > 0 } asked ? $": {asked}" : "")}";

    private string Asked(OutlineStep step) =>
        step.Type == AutomaticSettings.Decision && _compiled!.Find(step.Id)?.Input("condition")?.Source is { } script
            ? StepWords.Condition(script, _fields, L)
            : "";

    private static string ChartOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    private string? PathOf(string? id) => id is null ? null : _steps.FirstOrDefault(s => s.Id == id)?.Path;

    private string TitleOf(string path) => _steps.First(s => s.Path == path).Title;

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

    private sealed record Remembered(string Text, CompiledDefinition? Compiled);

    private sealed record StepRow(string Path, int Depth, string Title, string About, ProblemSeverity? Worst);

    private sealed record CaseContextName(Func<string?, string> Of);
}
