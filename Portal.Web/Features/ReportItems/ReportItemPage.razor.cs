using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.ReportItems;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.ReportItems;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.ReportItems;

public partial class ReportItemPage
{
    private static readonly TaskAction Send = new() { Key = "ActOnItem", Label = "" };

    private CaseContext? _context;
    private ReportItemView? _view;
    private ReportItemAct? _act;
    private Guid? _into;
    private FormChoices _choices = new();
    private bool _isMissing;
    private bool _changed;
    private IDisposable? _listening;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Acts that stand as buttons, the likeliest first; merging begins with the other item.</summary>
    private IEnumerable<ReportItemAct> Offered => _view!.Acts.Where(a => a != ReportItemAct.Merge)
        .OrderBy(a => Array.IndexOf(ItemActOrder.Of(_view.Item, _context!), a));

    protected override async Task OnParametersSetAsync()
    {
        _listening?.Dispose();
        _act = null;
        await ReloadAsync();
        _listening = Feed.Listen("", Id, () => InvokeAsync(NoteChangeAsync));
    }

    public void Dispose() => _listening?.Dispose();

    private async Task ReloadAsync()
    {
        var actor = await Current.GetAsync();
        _context = await Operations.ContextAsync(actor);
        _choices = FormChoices.Of(_context, null, wholeCommittee: true, areasAreFixed: false);
        var found = await Items.FindAsync(actor, Id);
        (_view, _isMissing, _changed) = (found.IsSuccess ? found.Value : null, !found.IsSuccess, false);
    }

    // Somebody else did something: what is being written stays, and the person is told.
    private async Task NoteChangeAsync()
    {
        if (_act is null)
        {
            await ReloadAsync();
        }

        _changed = _act is not null;
        StateHasChanged();
    }

    private void Choose(Guid into) => (_into, _act) = (into, ReportItemAct.Merge);

    private JsonObject Known(ReportItemAct act) => act == ReportItemAct.Merge && _into is { } into
        ? new JsonObject { ["intoId"] = into.ToString() }
        : [];

    private async Task<Refusal?> SendAsync(TaskAction action, JsonObject form, JsonObject? extra)
    {
        var act = _act!.Value;
        var done = await Acts.ActAsync(await Current.GetAsync(), Id, act, form, _view!.Item.Version);
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        _act = null;
        await ReloadAsync();
        Snackbar.Add(L["ReportItem.Done", L[$"item-act.{act}"]], Severity.Success);
        return null;
    }
}
