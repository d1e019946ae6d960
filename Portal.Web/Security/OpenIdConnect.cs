using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Organisation;
using Portal.Web.Shared;

namespace Portal.Web.Security;

/// <summary>
/// OpenID Connect: authorization code with PKCE. Who may come is decided here and not by the provider: an account has to be there, its
/// person on the staff, and it may not be locked.
/// </summary>
public static class OpenIdConnect
{
    public const string Scheme = "OpenIdConnect";

    private const string StartPath = "/dang-nhap/chung";
    private const string DonePath = "/dang-nhap/chung/xong";

    /// <summary>The page that was wanted, remembered by the request to the provider.</summary>
    private const string ReturnParameter = "ve";

    /// <summary>Adds the provider where one is configured.</summary>
    public static void AddProvider(AuthenticationBuilder authentication, SignInProviderOptions provider)
    {
        if (!provider.IsOn)
        {
            return;
        }

        authentication.AddCookie(IdentityConstants.ExternalScheme, o =>
        {
            o.Cookie.Name = "portal.provider";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        authentication.AddOpenIdConnect(Scheme, o =>
        {
            o.Authority = provider.Authority;
            o.ClientId = provider.ClientId;
            o.ClientSecret = provider.ClientSecret;
            o.RequireHttpsMetadata = provider.RequireHttps;
            o.SignInScheme = IdentityConstants.ExternalScheme;
            o.CallbackPath = "/dang-nhap/chung/ve";
            o.ResponseType = "code";
            o.ResponseMode = "query";
            o.UsePkce = true;
            o.MapInboundClaims = false;
            o.Scope.Clear();
            o.Scope.Add("openid");
            o.Scope.Add("profile");
            foreach (var cookie in new[] { o.CorrelationCookie, o.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

                // Long enough for a browser whose clock differs from the portal's.
                cookie.MaxAge = o.RemoteAuthenticationTimeout;
            }

            o.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect(RefusalPath(
                    "nha-cung-cap",
                    context.Properties is { Items: { } items } && items.TryGetValue(ReturnParameter, out var wanted) ? wanted : null));
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });

        // The library would compare with the machine's clock; tokens are checked against the portal's clock instead.
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<TimeProvider>((o, time) =>
            o.TokenValidationParameters.LifetimeValidator = (from, to, _, rules) =>
            {
                var now = time.GetUtcNow().UtcDateTime;
                return to is not null && now - rules.ClockSkew <= to && (from is null || now + rules.ClockSkew >= from);
            });
    }

    public static void Map(WebApplication app)
    {
        app.MapGet(StartPath, (string? ve, IOptions<SignInProviderOptions> provider) =>
            provider.Value.IsOn
                ? Results.Challenge(
                    new AuthenticationProperties
                    {
                        RedirectUri = $"{DonePath}?ve={Uri.EscapeDataString(ReturnPath.Of(ve))}",
                        Items = { [ReturnParameter] = ve },
                    },
                    [Scheme])
                : Results.NotFound())
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet(DonePath, EnterAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Where the sign-in page leads.</summary>
    public static string Address(string? returnTo) => $"{StartPath}?ve={Uri.EscapeDataString(ReturnPath.Of(returnTo))}";

    private static async Task<IResult> EnterAsync(
        string? ve, HttpContext http, SignInManager<UserAccount> signIn, Accounts accounts, IOptions<SignInProviderOptions> options)
    {
        var provider = options.Value;
        var shown = provider.IsOn ? await http.AuthenticateAsync(IdentityConstants.ExternalScheme) : AuthenticateResult.NoResult();
        if (shown.Principal?.FindFirstValue("sub") is not { Length: > 0 } key)
        {
            return Refuse("nha-cung-cap", ve);
        }

        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var users = signIn.UserManager;
        if (await users.FindByLoginAsync(Scheme, key) is not { } user)
        {
            // The first time: the provider's name for the person is the portal's. An account that is bound already belongs to somebody
            // else.
            var name = shown.Principal.FindFirstValue(provider.NameClaim);
            if (name is null
                || await users.FindByNameAsync(name) is not { } named
                || (await users.GetLoginsAsync(named)).Any(l => l.LoginProvider == Scheme))
            {
                return Refuse("khong-co-tai-khoan", ve);
            }

            user = named;
            if (!(await users.AddLoginAsync(user, new UserLoginInfo(Scheme, key, provider.Name))).Succeeded)
            {
                return Refuse("khong-co-tai-khoan", ve);
            }
        }

        var result = await signIn.ExternalLoginSignInAsync(Scheme, key, isPersistent: false, bypassTwoFactor: provider.SecondFactor);
        if (result.RequiresTwoFactor)
        {
            return Results.LocalRedirect($"{Routes.SignInCode}?ve={Uri.EscapeDataString(ReturnPath.Of(ve))}");
        }

        if (!result.Succeeded)
        {
            return Refuse("khoa", ve);
        }

        // The portal's own steps for password and code do not apply to people who sign in at the provider.
        var principal = await signIn.CreateUserPrincipalAsync(user);
        var identity = (ClaimsIdentity)principal.Identity!;
        string[] own = provider.SecondFactor
            ? [PersonClaim.MustChangePassword, PersonClaim.MustSetUpTwoFactor]
            : [PersonClaim.MustChangePassword];
        foreach (var claim in identity.Claims.Where(c => own.Contains(c.Type)).ToList())
        {
            identity.RemoveClaim(claim);
        }

        var recorded = await accounts.RecordAsync(
            new Actor(user.PersonId, "", http.Connection.RemoteIpAddress?.ToString() ?? ""), "Account.SignedIn", provider.Name);
        if (!recorded.IsSuccess)
        {
            return Refuse("khong-ghi-duoc", ve);
        }

        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        return Results.LocalRedirect(ReturnPath.Of(ve));
    }

    private static IResult Refuse(string why, string? wanted) => Results.LocalRedirect(RefusalPath(why, wanted));

    // People who then sign in another way still reach the page they asked for.
    private static string RefusalPath(string why, string? wanted) =>
        $"{Routes.SignIn}?loi={why}{(ReturnPath.Of(wanted) is var path && path != "/" ? $"&ve={Uri.EscapeDataString(path)}" : "")}";
}
