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

public partial class SignInCode
{
    private CodeInput _input = new();
    private string? _error;

    [SupplyParameterFromForm]
    public CodeInput Input { get => _input; set => _input = value ?? new(); }

    [SupplyParameterFromQuery(Name = "ve")]
    public string? ReturnTo { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private async Task EnterAsync()
    {
        if (await SignInManager.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            Navigation.NavigateTo(Routes.SignIn, forceLoad: true);
            return;
        }

        var code = TwoFactor.Clean(Input.Code);
        var result = await SignInManager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        var byRecovery = false;
        if (!result.Succeeded && !result.IsLockedOut && code.Contains('-', StringComparison.Ordinal))
        {
            result = await SignInManager.TwoFactorRecoveryCodeSignInAsync(code);
            byRecovery = result.Succeeded;
        }

        if (!result.Succeeded)
        {
            _error = L[result.IsLockedOut ? "Account.LockedOut" : "TwoFactor.Wrong"];
            return;
        }

        await Accounts.RecordAsync(
            new Actor(user.PersonId, "", HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""),
            byRecovery ? "Account.SignedInByRecovery" : "Account.SignedIn",
            user.UserName!);
        Navigation.NavigateTo(ReturnPath.Of(ReturnTo), forceLoad: true);
    }

    public sealed class CodeInput
    {
        public string Code { get; set; } = "";
    }
}
