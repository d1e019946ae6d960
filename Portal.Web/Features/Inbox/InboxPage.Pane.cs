using MudBlazor;
using Portal.Workflows.Runtime;

namespace Portal.Web.Features.Inbox;

/// <content>What follows when the step in the pane was answered or arranged otherwise.</content>
public partial class InboxPage
{
    private async Task SentAsync(Receipt receipt)
    {
        Snackbar.Add(Told(receipt), Severity.Success);
        var place = Place();
        _open = null;
        await LoadAsync();
        if (_page.Rows.Count == 0 && _filter.Page > 0)
        {
            await SetAsync(_filter with { Page = _filter.Page - 1 }, keepPage: true);
        }

        // The next row has moved up to the place of the one that is done.
        await OpenAtAsync(place);
    }

    // Who is next, and with what; nobody where the case waits or has ended.
    private string Told(Receipt receipt) => receipt.Waiting is [var next, ..] && next.PersonIds.Count > 0
        ? L["Inbox.DoneNext", receipt.Number, string.Join(", ", next.PersonIds.Take(2).Select(_context!.Directory.NameOf)), next.Title]
        : L["Inbox.Done", receipt.Number];

    // What was handed over or put off is in the list no more: the next one is shown.
    private async Task ArrangedAsync()
    {
        var (id, place) = (_open!.Value.Task.Task.Id, Place());
        await LoadAsync();
        if (_page.Rows.FirstOrDefault(r => r.Id == id) is { } still)
        {
            await OpenAsync(still);
            return;
        }

        _open = null;
        await OpenAtAsync(place);
    }
}
