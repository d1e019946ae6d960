using Microsoft.JSInterop;
using Portal.Web.Shared;

namespace Portal.Web.Features.Inbox;

/// <content>The list by the keyboard: the next step, the one before, chosen, opened.</content>
public partial class InboxPage
{
    private static readonly string[] Keys = ["g", "k", "t", "j", "h", "x", "Enter", "?"];

    [JSInvokable]
    public async Task OnKeyAsync(string key)
    {
        switch (key)
        {
            case "j":
                await StepAsync(1);
                break;
            case "h":
                await StepAsync(-1);
                break;
            case "g" or "k" or "t" when _panel is not null:
                await _panel.PressAsync(key switch { "g" => Press.Agree, "k" => Press.WithOpinion, _ => Press.Return });
                break;
            case "g" or "k" or "t":
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
                // What is written comes first, else what answers the step; never what stands beside the answers.
                await Js.InvokeVoidAsync(
                    "portal.focus", ".beside .task-panel input, .beside .task-panel textarea, .beside .task-panel .buttons button");
                break;
        }

        StateHasChanged();
    }

    /// <summary>Opens the next or previous one, over the edge of the page too.</summary>
    private async Task StepAsync(int by)
    {
        var place = Place() is >= 0 and var here ? here + by : 0;
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

    /// <summary>Where the open one stands in the list, from 0; less where it stands nowhere.</summary>
    private int Place() => _page.Rows.Select(r => r.Id).ToList().IndexOf(_open?.Task.Task.Id ?? default);

    private Task OpenAtAsync(int place) =>
        _page.Rows.Count == 0 ? Task.CompletedTask : OpenAsync(_page.Rows[Math.Clamp(place, 0, _page.Rows.Count - 1)]);
}
