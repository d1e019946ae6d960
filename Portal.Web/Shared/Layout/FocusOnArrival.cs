using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Portal.Web.Shared.Layout;

/// <summary>
/// Puts the focus on the heading of a page that has come, so that a screen reader says where one is. Unlike the framework's own, it takes
/// nothing from who is typing already: their letters would be lost.
/// </summary>
public sealed class FocusOnArrival : ComponentBase
{
    private Type? _arrived;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Parameter, EditorRequired]
    public required Type Page { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_arrived != Page)
        {
            _arrived = Page;
            await Js.InvokeVoidAsync("portal.arrive");
        }
    }
}
