using Portal.Domain.Common;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Design;

/// <content>The clock of the run: forwards to a moment, back, and to the beginning.</content>
public partial class DryRunPage
{
    private async Task MoveAsync(DateTime moment) => Say(await DoneAsync(await _start!.Run.MoveToAsync(moment)));

    private async Task MoveToTypedAsync(string? text)
    {
        var parts = (text ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || LocalFormat.ParseDay(parts[0]) is not { } day)
        {
            _problem = L["Form.BadDay"];
            return;
        }

        if (parts.Length == 2 && LocalFormat.ParseTime(parts[1]) is null)
        {
            _problem = L["Form.BadTime"];
            return;
        }

        var hour = parts.Length == 2 ? LocalFormat.ParseTime(parts[1])!.Value : new TimeOnly(8, 0);
        await MoveAsync(VietnamTime.ToUtc(day.ToDateTime(hour)));
    }

    private async Task UndoAsync()
    {
        await _start!.Run.UndoAsync();
        await FollowAsync();
    }

    private async Task RestartAsync()
    {
        (_task, _view) = (null, null);
        await SetStartAsync(_day, _time);
    }
}
