using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Portal.Web.Security;
using Portal.Web.Shared;

namespace Portal.Web.Features.Account;

/// <summary>Sign-out and the language switch: acts of the browser, not of a circuit.</summary>
public static class AccountEndpoints
{
    public static void MapAccountEndpoints(this WebApplication app)
    {
        app.MapPost(
            "/dang-xuat",
            async (
                HttpContext http, SignInManager<UserAccount> signIn, Sessions sessions,
                Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(http))
                {
                    return Results.BadRequest();
                }

                var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());

                // Whatever the store says to it, the browser's cookie goes.
                _ = await sessions.EndAsync(actor, [http.User.FindFirst(PersonClaim.Session)?.Value ?? ""], "Account.SignedOut");
                await signIn.SignOutAsync();
                return Results.LocalRedirect(Routes.SignIn);
            }).RequireAuthorization(Policies.SignedIn).WithMetadata(new DoorAttribute(DoorKind.FirstThings)).ExcludeFromDescription();

        // Somebody works on an open page. Another site's page cannot send this header.
        app.MapPost("/phien", (HttpContext http, Sessions sessions) =>
        {
            if (http.Request.Headers["X-Portal"] != "1" || http.User.FindFirst(PersonClaim.Session)?.Value is not { } session)
            {
                return Results.BadRequest();
            }

            sessions.Touch(session);
            return Results.NoContent();
        }).RequireAuthorization(Policies.SignedIn).WithMetadata(new DoorAttribute(DoorKind.FirstThings)).DisableAntiforgery()
            .ExcludeFromDescription();

        app.MapGet("/ngon-ngu", (HttpContext http, string c, string? ve) =>
        {
            var culture = c == "en-GB" ? c : "vi-VN";
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(culture))),
                new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    HttpOnly = true,
                    Secure = http.Request.IsHttps,
                });
            return Results.LocalRedirect(ReturnPath.Of(ve));
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
