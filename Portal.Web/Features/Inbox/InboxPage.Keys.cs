using Microsoft.JSInterop;

namespace Portal.Web.Features.Inbox;

/// <content>The list by the keyboard: the next step, the one before, chosen, opened.</content>
public partial class InboxPage
{
    [JSInvokable]
    public async Task OnKeyAsync(string key)
    {
        switch (key)
        {
            case "j":
                await StepAsync(1);
                break;
            case "k":
                await StepAsync(-1);
                break;
            case "x" when _open is not null && _page.Rows.FirstOrDefault(r => r.Id == _open?.Task.Task.Id) is { } row:
                Choose(row);
                break;
            case "x":
                break;
            case "?":
                _help = !_help;
                break;
            default:
                await Js.InvokeVoidAsync(
                    "portal.focus", ".beside .task-panel input, .beside .task-panel textarea, .beside .task-panel button");
                break;
        }

        StateHasChanged();
    }

    /// <summary>Opens the next or previous one, over the edge of the page too.</summary>
    private async Task StepAsync(int by)
    {
        var place = _open is null ? 0 : Place() + by;
        if (place >= _page.Rows.Count && (_filter.Page + 1) * _filter.PageSize < _page.Total)
        {
            await SetAsync(_filter with { Page = _filter.Page + 1 }, keepPage: true);
            place = 0;
        }
        else if (place < 0 && _filter.Page > 0)
        {
            await SetAsync(_filter with { Page = _filter.Page - 1 }, keepPage: true);
            place = _page.Rows.Count - 1;
        }

        await OpenAtAsync(place);
    }

    private int Place() => Math.Max(0, _page.Rows.Select(r => r.Id).ToList().IndexOf(_open?.Task.Task.Id ?? default));

    private Task OpenAtAsync(int place) =>
        _page.Rows.Count == 0 ? Task.CompletedTask : OpenAsync(_page.Rows[Math.Clamp(place, 0, _page.Rows.Count - 1)]);
}
