namespace Portal.Web.Features.Design;

/// <content>The clock of the run: forwards to a moment, back, and to the beginning.</content>
public partial class DryRunPage
{
    private async Task MoveAsync(DateTime moment) => Say(await DoneAsync(await _start!.Run.MoveToAsync(moment)));

    private async Task UndoAsync()
    {
        await _start!.Run.UndoAsync();
        await FollowAsync();
    }

    private async Task RestartAsync()
    {
        _open = null;
        await SetStartAsync(_startsAt);
    }
}
