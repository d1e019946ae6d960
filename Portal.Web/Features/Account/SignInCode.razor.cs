using Microsoft.AspNetCore.Components;
using Portal.Domain.Organisation;
using Portal.Web.Security;
using Portal.Web.Shared;

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
            await ((StaffSignIn)SignInManager).RecordFailureAsync(user, "Account.CodeFailed");
            _error = L[result.IsLockedOut ? "Account.LockedOut" : "TwoFactor.Wrong"];
            return;
        }

        var recorded = await Accounts.RecordAsync(
            new Actor(user.PersonId, "", HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""),
            byRecovery ? "Account.SignedInByRecovery" : "Account.SignedIn",
            user.UserName!);
        if (!recorded.IsSuccess)
        {
            await SignInManager.SignOutAsync();
            _error = L.Of(recorded.Refusal);
            return;
        }

        Navigation.NavigateTo(ReturnPath.Of(ReturnTo), forceLoad: true);
    }

    public sealed class CodeInput
    {
        public string Code { get; set; } = "";
    }
}
