using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Administration;
using Portal.Domain.Common;
using Portal.Web.Operations.Administration;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Administration.Organisation;

public partial class ActPage
{
    private Operations.Administration.ActPage? _page;
    private FormModel? _model;
    private string? _problem;
    private readonly SubmitLock _submitLock = new();
    private bool _loaded;
    private OrganisationPreview? _preview;
    private System.Text.Json.Nodes.JsonObject? _shownOf;

    [Parameter]
    public required string Act { get; set; }

    [SupplyParameterFromQuery(Name = "cua")]
    public string? RowId { get; set; }

    private bool Ends => Act.EndsWith("-end", StringComparison.Ordinal);

    private string Back
    {
        get
        {
            if (_page is null)
            {
                return Routes.Register(Registers.Areas);
            }

            if (_page.Act.OfRow)
            {
                return Routes.RegisterRow(_page.Act.Register, RowId ?? "");
            }

            return Routes.Register(_page.Act.Register);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var opened = await Administration.OpenAsync(await Current.GetAsync(), Act, RowId ?? "");
        if (opened.IsSuccess)
        {
            _page = opened.Value;
            _model = new FormModel(_page.Act.Form, (System.Text.Json.Nodes.JsonObject)_page.Known.DeepClone(), _page.Choices);
        }

        _loaded = true;
    }

    private Task SaveAsync() => _submitLock.RunOnceAsync(async () =>
    {
        _model!.ClearErrors();
        var unreadable = _model.Unreadable.ToList();
        if (unreadable.Count > 0)
        {
            await TellAsync(Refusal.Invalid(unreadable));
            return false;
        }

        var form = _model.ToSend();
        if (!await IsForDoingAsync(form) || (Ends && !await Dialogs.AgreesAsync(L, "end", _page!.RowName)))
        {
            return false;
        }

        var done = await Administration.DoAsync(await Current.GetAsync(), Act, RowId ?? "", form, _page!.Known);
        if (done.IsSuccess)
        {
            Snackbar.Add(L["Registry.Done", L[$"admin.{Act}"]], Severity.Success);
            Navigation.NavigateTo(Back);
            return true;
        }

        await TellAsync(done.Refusal);
        return false;
    });

    // What moves areas, groups or charges, and whatever a leader approves, is shown with all that goes along before anything is stored.
    private async Task<bool> IsForDoingAsync(System.Text.Json.Nodes.JsonObject form)
    {
        var shown = await Requests.PreviewAsync(await Current.GetAsync(), Act, RowId ?? "", form, _page!.Known);
        if (!shown.IsSuccess)
        {
            await TellAsync(shown.Refusal);
            return false;
        }

        if (!_page.Act.IsShownFirst && !shown.Value.NeedsLeader)
        {
            return true;
        }

        (_preview, _shownOf, _problem) = (shown.Value, form, null);
        await Js.InvokeVoidAsync("portal.focus", "h1");
        return false;
    }

    private Task SendAsync(string word) => _submitLock.RunOnceAsync(async () =>
    {
        var sent = await Requests.AskAsync(
            await Current.GetAsync(), Act, RowId ?? "", _shownOf!, _page!.Known, word, _preview!.Rows);
        if (!sent.IsSuccess)
        {
            _problem = sent.Refusal.Fields.Count == 0 ? L.Of(sent.Refusal) : L.FirstOf(sent.Refusal);
            return false;
        }

        Snackbar.Add(_preview.NeedsLeader ? L["OrgRequest.Sent"] : L["Registry.Done", L[$"admin.{Act}"]], Severity.Success);
        Navigation.NavigateTo(_preview.NeedsLeader ? Routes.OrganisationRequest(sent.Value) : Back);
        return true;
    });

    private void Reopen() => (_preview, _problem) = (null, null);

    private async Task TellAsync(Refusal refusal)
    {
        _model!.Show(refusal.Fields, L);
        _problem = refusal.Fields.Count == 0 ? L.Of(refusal) : null;
        await Js.InvokeVoidAsync("portal.focus", "#loi");
    }
}
