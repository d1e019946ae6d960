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

public partial class RegisterPage
{
    private RegisterFilter _filter = new();
    private Page<RegisterRow>? _page;
    private bool _changes;
    private string _shown = "";

    [Parameter]
    public string? Register { get; set; }

    private string Key => Registers.All.Contains(Register) ? Register! : Registers.Areas;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Key)
        {
            return;
        }

        _shown = Key;
        _changes = (await Administration.RightsAsync(await Current.GetAsync())).Changes;
        await SetAsync(new RegisterFilter());
    }

    private async Task SetAsync(RegisterFilter filter)
    {
        _filter = filter;
        var found = await Registry.ListAsync(await Current.GetAsync(), Key, filter, k => L[k]);
        _page = found.IsSuccess ? found.Value : null;
    }

    private static string Period(RegisterRow row)
    {
        if (row.From is not { } from)
        {
            return "";
        }

        if (row.To is { } to)
        {
            return $"{LocalFormat.Day(from)}–{LocalFormat.Day(to)}";
        }

        return LocalFormat.Day(from);
    }
}
