using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Web.Operations;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.Forms;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.FollowUps;

public partial class FollowUpPage
{
    private static readonly TaskAction Send = new() { Key = "ActOnItem", Label = "" };

    private CaseContext? _context;
    private FollowedKind _kind;
    private FollowedView? _view;
    private FollowUpAct? _act;
    private FormChoices _choices = new();
    private bool _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private PortalOperations Operations { get; set; } = null!;

    [Inject]
    private FollowUpQueries Registers { get; set; } = null!;

    [Inject]
    private FollowUpActs Acts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        _kind = Routes.FollowedKindOf(new Uri(Navigation.Uri).AbsolutePath);
        _act = null;
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var actor = await Current.GetAsync();
        _context = await Operations.ContextAsync(actor);
        _choices = FormChoices.Of(_context, null, wholeCommittee: true, areasAreFixed: false);
        var found = await Registers.FindAsync(actor, _kind, Id);
        (_view, _isMissing) = (found.IsSuccess ? found.Value : null, !found.IsSuccess);
    }

    private string Heading(FollowedView view, CaseContext context)
    {
        var what = _kind == FollowedKind.Guidance ? L[FollowedWords.TypeKey(_kind, view.Row.Type)] : L[$"{_kind}.One"];
        return view.Record.AreaId.Length > 0 ? $"{what} · {context.Directory.AreaName(view.Record.AreaId)}" : what;
    }

    private async Task<Refusal?> SendAsync(TaskAction action, JsonObject form, JsonObject? extra)
    {
        var act = _act!.Value;
        var done = await Acts.ActAsync(await Current.GetAsync(), _kind, Id, act, form, _view!.Record.Version);
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        _act = null;
        await ReloadAsync();
        StateHasChanged();
        Snackbar.Add(L["ReportItem.Done", L[$"follow-up-act.{act}"]], Severity.Success);
        return null;
    }
}
