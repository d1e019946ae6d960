using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Administration;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.People;
using Portal.Web.Operations.Searching;
using Portal.Web.Operations.Settings;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Shared.Diagrams;
using Portal.Web.Shared.Forms;
using Portal.Web.Shared.Layout;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Shared.Wizard;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Administration.Organisation;

public partial class ActPage
{
    private Operations.Administration.ActPage? _page;
    private FormModel? _model;
    private string? _problem;
    private readonly SubmitLock _submitLock = new();
    private bool _loaded;

    [Parameter]
    public required string Act { get; set; }

    [SupplyParameterFromQuery(Name = "cua")]
    public string? RowId { get; set; }

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
        var done = unreadable.Count > 0
            ? Refusal.Invalid(unreadable)
            : await Administration.DoAsync(await Current.GetAsync(), Act, RowId ?? "", _model.ToSend(), _page!.Known);
        if (done.IsSuccess)
        {
            Navigation.NavigateTo(Back);
            return true;
        }

        _model.Show(done.Refusal.Fields, L);
        _problem = done.Refusal.Fields.Count == 0 ? L.Of(done.Refusal) : null;
        await Js.InvokeVoidAsync("portal.focus", "#loi");
        return false;
    });
}
