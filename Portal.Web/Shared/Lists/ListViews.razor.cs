using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Web.Shared.Dialogs;

namespace Portal.Web.Shared.Lists;

public sealed partial class ListViews
{
    private IReadOnlyList<SavedView> _views = [];
    private string _name = "";
    private string? _problem;

    /// <summary>The list that they are of.</summary>
    [Parameter, EditorRequired]
    public required string List { get; set; }

    [Parameter, EditorRequired]
    public required ListAddress Address { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _views = await Views.MineAsync(await Current.GetAsync(), List);

    private async Task SaveAsync()
    {
        var saved = await Views.SaveAsync(await Current.GetAsync(), List, _name, Address.View);
        _problem = saved.IsSuccess ? null : L.FirstOf(saved.Refusal);
        if (saved.IsSuccess)
        {
            Snackbar.Add(L["View.Saved", _name.Trim()], Severity.Success);
            _name = "";
            await LoadAsync();
        }
    }

    private async Task DeleteAsync(SavedView view)
    {
        var done = await Views.DeleteAsync(await Current.GetAsync(), view.Id);
        if (done.IsSuccess)
        {
            Snackbar.AddUndo(L, L["View.Deleted", view.Name], () => InvokeAsync(async () =>
            {
                await Views.SaveAsync(await Current.GetAsync(), List, view.Name, view.Query);
                await LoadAsync();
                StateHasChanged();
            }));
        }
        else
        {
            Snackbar.Add(L.Of(done.Refusal), Severity.Error);
        }

        await LoadAsync();
    }
}
