using Microsoft.JSInterop;

namespace Portal.Web.Features.Design;

/// <content>What the canvas in the browser reports (wwwroot/designer.js): each is looked at before anything comes of it.</content>
public partial class DesignDiagram
{
    [JSInvokable]
    public Task OnMovedAsync(string[] paths, double dx, double dy) =>
        double.IsFinite(dx) && double.IsFinite(dy) ? ActAsync(new CanvasAct.Moved(Known(paths), dx, dy)) : Task.CompletedTask;

    /// <summary>An outcome was led to a step.</summary>
    [JSInvokable]
    public Task OnConnectedAsync(string from, string port, string to) =>
        Known([from, to]).Count > 0 && Offers(from, port) ? ActAsync(new CanvasAct.Connected(from, port, to)) : Task.CompletedTask;

    /// <param name="lines">Each as <c>path|port</c>.</param>
    [JSInvokable]
    public Task OnRemovedAsync(string[] paths, string[] lines)
    {
        var ends = lines.Select(l => l.Split('|', 2)).Where(l => l.Length == 2 && _outline.ContainsKey(l[0])).Select(l => (l[0], l[1]));
        return ActAsync(new CanvasAct.Removed(Known(paths), [.. ends]));
    }

    /// <summary>Something is to be put in behind an outcome: what, is asked beside it.</summary>
    [JSInvokable]
    public void OnInsertWanted(string from, string port, double x, double y)
    {
        if (MayEdit && Offers(from, port) && double.IsFinite(x) && double.IsFinite(y))
        {
            _inserting = new InsertPlace(from, port, x, y);
            StateHasChanged();
        }
    }

    [JSInvokable]
    public void OnInsertEnded()
    {
        _inserting = null;
        StateHasChanged();
    }

    /// <param name="versionId">Where they were copied, of this process or another.</param>
    [JSInvokable]
    public Task OnPastedAsync(string versionId, string[] paths) =>
        ActAsync(new CanvasAct.Pasted(versionId, [.. paths.Take(CanvasAct.Most)], _at));

    [JSInvokable]
    public Task OnUndoneAsync() => ActAsync(new CanvasAct.Undone());

    [JSInvokable]
    public Task OnRedoneAsync() => ActAsync(new CanvasAct.Redone());

    [JSInvokable]
    public Task OnChosenAsync(string path) => PickAsync(path);
}
