using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Common;
using Portal.Web.Operations.Administration;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;

namespace Portal.Web.Features.Administration.Organisation;

/// <summary>A request to change the organisation: what it would do now, and what this person may do with it.</summary>
public partial class RequestPage
{
    private readonly SubmitLock _submitLock = new();
    private OrganisationRequestView? _view;
    private bool _loaded;
    private string _words = "";
    private string? _problem;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        (_words, _problem) = ("", null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await Requests.FindAsync(await Current.GetAsync(), Id);
        (_view, _loaded) = (found.IsSuccess ? found.Value : null, true);
    }

    private Task DecideAsync(bool approves) => _submitLock.RunOnceAsync(async () =>
    {
        if (approves && !await Dialogs.AgreesAsync(L, "org-approve", RequestWords.Title(L, _view!.Request)))
        {
            return;
        }

        await ShowAsync(
            await Requests.DecideAsync(await Current.GetAsync(), Id, approves, _words),
            approves ? "OrgRequest.ApprovedNow" : "OrgRequest.ReturnedNow");
    });

    private Task WithdrawAsync() => _submitLock.RunOnceAsync(async () =>
        await ShowAsync(await Requests.WithdrawAsync(await Current.GetAsync(), Id), "OrgRequest.WithdrawnNow"));

    private Task TakeBackAsync() => _submitLock.RunOnceAsync(async () =>
    {
        if (await Dialogs.AgreesAsync(L, "org-take-back", RequestWords.Title(L, _view!.Request)))
        {
            await ShowAsync(await Requests.TakeBackAsync(await Current.GetAsync(), Id), "OrgRequest.TakenBackNow");
        }
    });

    private async Task ShowAsync(Result done, string key)
    {
        if (done.IsSuccess)
        {
            (_problem, _words) = (null, "");
            Snackbar.Add(L[key], Severity.Success);
        }
        else
        {
            _problem = L.FirstOf(done.Refusal);
        }

        await LoadAsync();
    }
}
