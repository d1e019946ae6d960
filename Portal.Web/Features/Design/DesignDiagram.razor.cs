using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Diagrams;
using Portal.Workflows.Engine;

namespace Portal.Web.Features.Design;

/// <summary>The chart of a definition, in which steps are picked, moved and led to one another.</summary>
public partial class DesignDiagram
{
    private DotNetObjectReference<DesignDiagram>? _self;
    private IJSObjectReference? _listening;
    private ChartDrawing? _drawing;
    private ChartPlan? _plan;
    private List<(string Path, string Title)> _charts = [];
    private string _at = "";
    private string? _drawnAt;
    private string? _followed;
    private double _zoom = 1;
    private readonly string _id = Guid.NewGuid().ToString("N")[..6];
    private CompiledDefinition? _drawn;
    private bool? _fit;
    private string? _shown;
    private string? _connecting;

    [Parameter, EditorRequired]
    public required CompiledDefinition Definition { get; set; }

    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>Begins with the whole drawing in view.</summary>
    [Parameter]
    public bool Fit { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Classes of steps by place: <c>added</c>, <c>removed</c>, <c>changed</c>, <c>done</c>.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Marks { get; set; } = new Dictionary<string, string>();

    [Parameter]
    public EventCallback<string> OnChosen { get; set; }

    /// <summary>Outcomes of the chosen step, with their labels: each may be led to another step in the drawing.</summary>
    [Parameter]
    public IReadOnlyList<(string Port, string Label)> Ports { get; set; } = [];

    [Parameter]
    public EventCallback<(string Port, string To)> OnConnected { get; set; }

    [Parameter]
    public EventCallback<(string Path, double X, double Y)> OnMoved { get; set; }

    protected override void OnParametersSet()
    {
        if (_followed != Chosen)
        {
            // The outcome that was being led was that of another step.
            (_followed, _connecting) = (Chosen, null);
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

        (_drawn, _drawnAt) = (Definition, _at);

        _plan = ChartPlan.Of(chart);
        _charts = [.. Definition.All.Where(a => a.Chart is { Activities.Count: > 0 }).Select(a => (a.Path, a.Node.DisplayName))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_drawing is not { } drawing)
        {
            return;
        }

        if (_shown != Chosen)
        {
            _shown = Chosen;
            await Js.InvokeVoidAsync("portal.reveal", drawing.Box);
        }

        if (_self is null && MayEdit)
        {
            _self = DotNetObjectReference.Create(this);
            _listening = await Js.InvokeAsync<IJSObjectReference>("portal.drag", drawing.Svg, _self);
        }
    }

    [JSInvokable]
    public async Task OnMovedAsync(string path, double dx, double dy)
    {
        if (MayEdit && _plan?.Steps.FirstOrDefault(s => s.Activity.Path == path) is { } step && double.IsFinite(dx) && double.IsFinite(dy))
        {
            await OnMoved.InvokeAsync((path, step.X + _plan.Left + dx, step.Y + _plan.Top + dy));
        }
    }

    [JSInvokable]
    public Task OnChosenAsync(string path) => PickAsync(path);

    // The next step that is picked is where the outcome leads.
    private Task PickAsync(string path)
    {
        if (_connecting is not { } port)
        {
            return OnChosen.InvokeAsync(path);
        }

        _connecting = null;
        return OnConnected.InvokeAsync((port, path));
    }

    private void EndConnecting(Microsoft.AspNetCore.Components.Web.KeyboardEventArgs e) =>
        _connecting = e.Key == "Escape" ? null : _connecting;

    private void ShowChart(string path)
    {
        _at = path;
        Draw();
    }

    private List<Option> ChartOptions() =>
        [new Option("", L["Design.WholeProcess"]), .. _charts.Select(c => new Option(c.Path, c.Title))];

    private List<Option> PortOptions() =>
        [new Option("", L["Design.ConnectOutcome"]), .. Ports.Select(p => new Option(p.Port, p.Label))];

    private void Zoom(double factor) => (_zoom, _fit) = (Math.Clamp(_zoom * factor, .3, 2), false);

    private StepLook LookOf(CompiledActivity activity)
    {
        var (title, mark) = (activity.Node.DisplayName, Marks.GetValueOrDefault(activity.Path));
        var isChosen = activity.Path == Chosen;
        var label = mark is null ? title : $"{title}, {L[$"Design.Mark.{mark}"]}";
        return new StepLook(title, $"{(isChosen ? "now" : "")} {mark}", label) { IsChosen = isChosen };
    }

    public async ValueTask DisposeAsync()
    {
        if (_listening is not null)
        {
            try
            {
                await _listening.InvokeVoidAsync("stop");
                await _listening.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The window is gone, and its listeners with it.
            }
        }

        _self?.Dispose();
    }
}
