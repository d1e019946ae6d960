using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Features.Design;

/// <summary>The settings of the chosen step: what is typed is stored by itself, and said at its field where it cannot be.</summary>
public partial class StepPanel
{
    private const int Quiet = 600;
    private FormModel? _model;
    private CaseContext? _context;
    private IReadOnlyList<Option> _areas = [];
    private CancellationTokenSource? _waiting;
    private string? _today;
    private string _tried = "";
    private string _port = "";
    private Pattern _pattern;
    private IReadOnlyList<string> _rules = [];
    private string _saved = "";
    private string? _form;

    private List<Option> Patterns => [.. Choices.Of<Pattern>(p => L[$"pattern.{p}"])];

    [Parameter, EditorRequired]
    public required CompiledDefinition Definition { get; set; }

    [Parameter, EditorRequired]
    public required OutlineStep Step { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter]
    public EventCallback<Portal.Workflows.Definitions.WorkflowDefinition> OnChanged { get; set; }

    [Parameter]
    public EventCallback<(string Port, Pattern Pattern)> OnInsert { get; set; }

    [Parameter]
    public EventCallback OnDuplicate { get; set; }

    [Parameter]
    public EventCallback<(string Path, string Port)> OnMovedAfter { get; set; }

    [Parameter]
    public EventCallback OnRemove { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _context = await Operations.ContextAsync(await Current.GetAsync());
        _port = Ports().Select(p => p.Port).FirstOrDefault() ?? "";
        await BuildAsync();
    }

    // Another form has other fields.
    protected override async Task OnParametersSetAsync()
    {
        if (_model is not null && _form != Step.Settings?.Form)
        {
            await BuildAsync();
        }
    }

    private async Task BuildAsync()
    {
        _form = Step.Settings?.Form;
        if (Step.IsHuman && Step.Settings is null)
        {
            return;
        }

        var data = await Reference.GetAsync();
        var clauses = data.Clauses.Values.OrderBy(c => c.Order).ToList();
        string[] forms = [.. ProcessCatalogue.FormsOf(Definition.Definition.DefinitionId).Union(_form is null ? [] : [_form])];
        var form = Processes.Form(_form);
        var schema = Step.IsHuman
            ? StepForm.Schema(Definition, Step, clauses.Select(c => c.Code), forms, form)
            : AutomaticForm.Schema(Definition, Step, data.OwnProcesses.Keys);
        var labels = new StepLabels(L, Definition).Of(clauses, forms, form, _form, data.OwnProcesses);
        _rules = Step.Type == "Portal.Guard" ? Definition.At(Step.Path)!.FixedList("rules") : [];
        var choices = FormChoices.Of(_context!, null, wholeCommittee: true, areasAreFixed: false) with { Labels = labels };
        _areas = choices.Areas;
        _model = new FormModel(schema, Step.IsHuman ? StepForm.Open(Step.Settings!) : AutomaticForm.Open(Definition, Step), choices);
        _model.Changed += Later;
        _model.Left += () => Begin(FlushAsync);
    }

    /// <summary>Stores at once what was typed last.</summary>
    /// <returns>False when something typed cannot be stored; it is said at its field.</returns>
    public async Task<bool> FlushAsync()
    {
        if (_waiting is { IsCancellationRequested: false })
        {
            await _waiting.CancelAsync();
            await StoreAsync();
        }

        return _model?.Errors.Count is null or 0;
    }

    // Picked or left, a field is stored at once; while somebody types, when the keys have been quiet for a moment.
    private void Later()
    {
        _waiting?.Cancel();
        _waiting = new CancellationTokenSource();
        _saved = "";
        StateHasChanged();
        var waiting = _waiting.Token;
        Begin(() => SaveAsync(waiting));
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(_model!.IsTyping ? Quiet : 0, cancellation);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (!cancellation.IsCancellationRequested)
        {
            await StoreAsync();
        }
    }

    private async Task StoreAsync()
    {
        _waiting = null;
        _model!.ClearErrors();
        var read = Changed(_model.ToSend());
        if (read.IsSuccess)
        {
            await OnChanged.InvokeAsync(read.Value);
            _saved = L["Design.Saved", Time.GetUtcNow().UtcDateTime];
        }
        else
        {
            _model.Show(read.Refusal.Fields, L);
            _saved = L["Design.NotSaved"];
        }

        await ShowTodayAsync();
        StateHasChanged();
    }

    private Result<Portal.Workflows.Definitions.WorkflowDefinition> Changed(System.Text.Json.Nodes.JsonObject form)
    {
        if (!Step.IsHuman)
        {
            var automatic = AutomaticForm.Read(form, Definition, Step);
            return automatic.IsSuccess
                ? DefinitionEditor.SetAutomatic(Definition.Definition, Step.Path, automatic.Value)
                : automatic.Refusal;
        }

        var read = StepForm.Read(form, Step.Settings!);
        return read.IsSuccess ? DefinitionEditor.SetStep(Definition, Step.Path, read.Value) : read.Refusal;
    }

    private IReadOnlyList<(string Port, string Label)> Ports() => StepWords.Ports(Definition, Step, L);

    public void Dispose() => _waiting?.Cancel();
}
