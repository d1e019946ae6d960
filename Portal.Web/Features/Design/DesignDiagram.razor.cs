using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Diagrams;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;

namespace Portal.Web.Features.Design;

/// <summary>
/// The chart of a definition as a canvas: looked at by everybody, and where it may be edited steps and lines are moved, connected, put in
/// and taken away. The hand is followed in the browser (wwwroot/designer.js); here arrives what it did.
/// </summary>
public partial class DesignDiagram
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _id = Guid.NewGuid().ToString("N")[..6];
    private DotNetObjectReference<DesignDiagram>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _canvas;
    private ElementReference _root;
    private ChartDrawing? _drawing;
    private ChartPlan? _plan;
    private List<(string Path, string Title)> _charts = [];
    private Dictionary<string, OutlineStep> _outline = [];
    private string _at = "";
    private string? _drawnAt;
    private string? _followed;
    private CompiledDefinition? _drawn;
    private string? _shown;
    private string? _connecting;
    private InsertPlace? _inserting;

    [Parameter, EditorRequired]
    public required CompiledDefinition Definition { get; set; }

    /// <summary>The version that is drawn: what is copied from it is named by it.</summary>
    [Parameter]
    public string? VersionId { get; set; }

    [Parameter]
    public string? Chosen { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Classes of steps by place: <c>added</c>, <c>removed</c>, <c>changed</c>, <c>done</c>.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Marks { get; set; } = new Dictionary<string, string>();

    [Parameter]
    public EventCallback<string> OnChosen { get; set; }

    /// <summary>Outcomes of the chosen step, with their labels: each may be led to another step by keyboard.</summary>
    [Parameter]
    public IReadOnlyList<(string Port, string Label)> Ports { get; set; } = [];

    /// <summary>What hands did on the canvas.</summary>
    [Parameter]
    public EventCallback<CanvasAct> OnActed { get; set; }

    /// <summary>Further tools beside those of the canvas.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        if (_followed != Chosen)
        {
            // The outcome that was being led was that of another step.
            (_followed, _connecting, _inserting) = (Chosen, null, null);
            _at = Chosen?.LastIndexOf('/') is > 0 and var end ? Chosen[..end] : "";
        }

        Draw();
    }

    // The chart in which the chosen step lies: a loop's steps are a drawing of their own.
    private void Draw()
    {
        if ((_drawn == Definition && _drawnAt == _at)
            || (Definition.Chart(_at) ?? Definition.Root.Chart) is not { Activities.Count: > 0 } chart)
        {
            return;
        }

        var before = _drawnAt == _at ? _plan : null;
        (_drawn, _drawnAt) = (Definition, _at);
        _outline = MayEdit ? Outline.Of(Definition).ToDictionary(s => s.Path) : [];
        _plan = ChartPlan.Of(chart, (a, port) => OutcomeWords.Of(a, port, L), before: before);
        _charts = [.. Definition.All.Where(a => a.Chart is { Activities.Count: > 0 }).Select(a => (a.Path, a.Node.DisplayName))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_drawing is not { } drawing)
        {
            return;
        }

        if (_self is null)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./designer.js");
            _canvas = await _module.InvokeAsync<IJSObjectReference>("open", _root, _self, MayEdit, Chosen);
            _shown = Chosen;
        }
        else if (_shown != Chosen && _canvas is not null)
        {
            _shown = Chosen;
            await _canvas.InvokeVoidAsync("reveal", Chosen);
        }
    }

    private Task ActAsync(CanvasAct act) => MayEdit && !act.IsEmpty ? OnActed.InvokeAsync(act) : Task.CompletedTask;

    private List<string> Known(IEnumerable<string> paths) => [.. paths.Where(_outline.ContainsKey).Distinct()];

    private bool Offers(string path, string port) =>
        _outline.TryGetValue(path, out var step) && StepWords.Ports(Definition, step, L).Any(p => p.Port == port);

    private Task InsertAsync(InsertPlace place, Pattern pattern)
    {
        _inserting = null;
        return ActAsync(new CanvasAct.Inserted(place.Path, place.Port, pattern));
    }

    // The next step that is picked is where the outcome leads.
    private Task PickAsync(string path)
    {
        if (_connecting is not { } port || Chosen is not { } from)
        {
            return OnChosen.InvokeAsync(path);
        }

        _connecting = null;
        return ActAsync(new CanvasAct.Connected(from, port, path));
    }

    private void EndConnecting(Microsoft.AspNetCore.Components.Web.KeyboardEventArgs e)
    {
        if (e.Key == "Escape")
        {
            (_connecting, _inserting) = (null, null);
        }
    }

    private void ShowChart(string path)
    {
        _at = path;
        Draw();
    }

    private List<Option> ChartOptions() =>
        [new Option("", L["Design.WholeProcess"]), .. _charts.Select(c => new Option(c.Path, c.Title))];

    private List<Option> PortOptions() =>
        [new Option("", L["Design.ConnectOutcome"]), .. Ports.Select(p => new Option(p.Port, p.Label))];

    private string PortsOf(CompiledActivity activity) => JsonSerializer.Serialize(
        _outline.TryGetValue(activity.Path, out var step)
            ? StepWords.Ports(Definition, step, L).Select(p => new[] { p.Port, p.Label }) : [],
        Plain);

    private StepLook LookOf(CompiledActivity activity)
    {
        var (title, mark) = (activity.Node.DisplayName, Marks.GetValueOrDefault(activity.Path));
        var isChosen = activity.Path == Chosen;
        var label = mark is null ? title : $"{title}, {L[$"Design.Mark.{mark}"]}";
        return new StepLook(title, $"{(isChosen ? "now" : "")} {mark}", label) { IsChosen = isChosen };
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_canvas is not null)
            {
                await _canvas.InvokeVoidAsync("close");
                await _canvas.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and its listeners with it.
        }

        _self?.Dispose();
    }
}
