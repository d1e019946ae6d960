using Microsoft.AspNetCore.Components;
using Portal.Domain.Organisation;
using Portal.Web.Security;

namespace Portal.Web.Features.Account;

public partial class TwoFactorPage
{
    private CodeInput _input = new();
    private IReadOnlyList<string>? _codes;
    private TwoFactorOffer? _offer;
    private bool _isOn;
    private bool _wrong;
    private bool _hasPassword;
    private string? _ended;
    private IReadOnlyList<SessionRow> _sessions = [];
    private string? _passwordProblem;
    private string? _enableProblem;
    private PasswordInput _elsewhere = new();

    [SupplyParameterFromForm(FormName = "enable")]
    public CodeInput Input { get => _input; set => _input = value ?? new(); }

    [SupplyParameterFromForm(FormName = "elsewhere")]
    public PasswordInput Elsewhere { get => _elsewhere; set => _elsewhere = value ?? new(); }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = await SignInManager.UserManager.GetUserAsync(HttpContext.User);
        _isOn = user!.TwoFactorEnabled;
        _hasPassword = user.PasswordHash is not null;
        _sessions = await Sessions.MineAsync(Me);
        if (!_isOn)
        {
            _offer = TwoFactor.Offer(user, Input.Offer);
        }
    }

    private async Task EnableAsync()
    {
        var user = await SignInManager.UserManager.GetUserAsync(HttpContext.User);
        if (user is null || user.TwoFactorEnabled)
        {
            return;
        }

        // Whoever finds a browser open may not bind a phone of their own to the account.
        if (_hasPassword && await SignInManager.CheckAsync(user, user.UserName!, Input.Password) is { Succeeded: false } known)
        {
            _enableProblem = L[known.IsLockedOut ? "Account.LockedOut" : "Account.WrongPassword"];
            return;
        }

        _codes = await TwoFactor.EnableAsync(Me, user, Input.Offer, Input.Code);
        _wrong = _codes is null;
        if (!_wrong)
        {
            await SignInManager.RefreshSignInAsync(user);
        }
    }

    private string? Present => HttpContext.User.FindFirst(PersonClaim.Session)?.Value;

    private Actor Me => HttpContext.User.ToActor(HttpContext.Connection.RemoteIpAddress?.ToString());

    // Who is asked for the password again ends one session, or all others with every token.
    private async Task EndAsync()
    {
        var user = await SignInManager.UserManager.GetUserAsync(HttpContext.User);
        var known = user is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await SignInManager.CheckAsync(user, user.UserName!, Elsewhere.Password);
        _passwordProblem = known.Succeeded ? null : L[known.IsLockedOut ? "Account.LockedOut" : "Account.WrongPassword"];
        if (!known.Succeeded)
        {
            return;
        }

        if (Elsewhere.Id is { } id)
        {
            var done = await Sessions.EndAsync(Me, [id], "Account.EndedSession");
            _ended = done.IsSuccess ? L["Sessions.EndedOne"] : L["Sessions.GoneAlready"];
        }
        else
        {
            // A new stamp ends every cookie and token of the account at its next question; this page's own session goes on with it.
            Accounts.RecordAlong(Me, "Account.EndedElsewhere");
            await SignInManager.UserManager.UpdateSecurityStampAsync(user!);
            await SignInManager.RefreshSignInAsync(user!);
            _ended = L["Sessions.Ended"];
        }

        _sessions = await Sessions.MineAsync(Me);
    }

    public sealed class PasswordInput
    {
        public string Password { get; set; } = "";

        /// <summary>The session to end; null for all others.</summary>
        public string? Id { get; set; }
    }

    public sealed class CodeInput
    {
        public string Code { get; set; } = "";

        public string Password { get; set; } = "";

        /// <summary>The secret that the page has offered, sealed.</summary>
        public string? Offer { get; set; }
    }
}
