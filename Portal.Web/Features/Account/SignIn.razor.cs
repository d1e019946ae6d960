using Microsoft.AspNetCore.Components;
using Portal.Domain.Organisation;
using Portal.Web.Security;
using Portal.Web.Shared;

namespace Portal.Web.Features.Account;

public partial class SignIn
{
    private SignInInput _input = new();
    private string? _error;
    private string? _demoPassword;

    [SupplyParameterFromForm]
    public SignInInput Input { get => _input; set => _input = value ?? new(); }

    [SupplyParameterFromQuery(Name = "ve")]
    public string? ReturnTo { get; set; }

    [SupplyParameterFromQuery(Name = "loi")]
    public string? Failed { get; set; }

    [SupplyParameterFromQuery(Name = "het")]
    public string? Ended { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _error = HttpMethods.IsGet(HttpContext.Request.Method) ? Failed switch
        {
            null => null,
            "khong-co-tai-khoan" => L["Account.NoAccountHere"],
            "khoa" => L["Account.Closed"],
            _ => L["Account.ProviderFailed"],
        } : null;
        _demoPassword = await Accounts.DemoPasswordAsync();
    }

    private Task SignInAsync() => EnterAsync(Input.UserName.Trim(), Input.Password);

    private async Task EnterAsync(string name, string password)
    {
        var result = await SignInManager.PasswordSignInAsync(name, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo($"{Routes.SignInCode}?ve={Uri.EscapeDataString(ReturnPath.Of(ReturnTo))}", forceLoad: true);
            return;
        }

        if (!result.Succeeded)
        {
            _error = L[Accounts.WhyNot(result)];
            return;
        }

        var user = await SignInManager.UserManager.FindByNameAsync(name);
        var recorded = await Accounts.RecordAsync(
            new Actor(user!.PersonId, "", HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""), "Account.SignedIn", name);
        if (!recorded.IsSuccess)
        {
            await SignInManager.SignOutAsync();
            _error = L.Of(recorded.Refusal);
            return;
        }

        Navigation.NavigateTo(ReturnPath.Of(ReturnTo), forceLoad: true);
    }

    public sealed class SignInInput
    {
        public string UserName { get; set; } = "";

        public string Password { get; set; } = "";
    }
}
