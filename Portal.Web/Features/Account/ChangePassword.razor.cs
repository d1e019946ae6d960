using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
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

namespace Portal.Web.Features.Account;

public partial class ChangePassword
{
    private PasswordInput _input = new();
    private IReadOnlyList<string> _errors = [];

    [SupplyParameterFromForm]
    public PasswordInput Input { get => _input; set => _input = value ?? new(); }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private async Task ChangeAsync()
    {
        if (Input.New != Input.Repeat)
        {
            _errors = [L["Account.RepeatDiffers"]];
            return;
        }

        var user = await SignInManager.UserManager.GetUserAsync(HttpContext.User);
        if (user is null)
        {
            return;
        }

        var changed = await SignInManager.UserManager.ChangePasswordAsync(user, Input.Old, Input.New);
        if (!changed.Succeeded)
        {
            _errors = [.. changed.Errors.Select(e => e.Description)];
            return;
        }

        user.MustChangePassword = false;
        await SignInManager.UserManager.UpdateAsync(user);
        await SignInManager.RefreshSignInAsync(user);
        Navigation.NavigateTo("/", forceLoad: true);
    }

    public sealed class PasswordInput
    {
        public string Old { get; set; } = "";

        public string New { get; set; } = "";

        public string Repeat { get; set; } = "";
    }
}
