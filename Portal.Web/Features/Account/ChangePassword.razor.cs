using Microsoft.AspNetCore.Components;
using Portal.Web.Security;

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

        if (Input.New.Normalize() == Input.Old.Normalize())
        {
            _errors = [L["Account.SamePassword"]];
            return;
        }

        var user = await SignInManager.UserManager.GetUserAsync(HttpContext.User);
        if (user is null)
        {
            return;
        }

        // Guesses at the old one count like those of who signs in.
        if (await SignInManager.CheckAsync(user, user.UserName!, Input.Old) is { IsLockedOut: true } waits)
        {
            _errors = [L[Accounts.WhyNot(waits)]];
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
