using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Security;

/// <summary>
/// Whether an account that is signed in is still good: not locked, no new password since, the person still on the staff with every
/// role of the moment of the sign-in, and the session neither ended nor idle nor longer than it may be.
/// Asked of each request, of each call of the API, and of open pages every minute.
/// </summary>
public sealed class AccountCheck(
    PortalOperations operations, ReferenceCache reference, Sessions sessions, TimeProvider time, IOptions<IdentityOptions> options)
{
    public async Task<bool> IsGoodAsync(ClaimsPrincipal user, CancellationToken cancellation = default)
    {
        if (user.FindFirstValue(PersonClaim.Person) is not { Length: > 0 } personId)
        {
            return false;
        }

        var data = await reference.GetAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var today = VietnamTime.DayOf(now);
        if (data.Directory.Person(personId)?.IsValidOn(today) != true
            || user.FindAll(PersonClaim.Role)
                .Select(c => c.Value)
                .Except(data.Directory.RolesOf(personId, today).Select(r => r.ToString()))
                .Any())
        {
            return false;
        }

        // A bearer token expires by itself and belongs to no session.
        if (user.FindFirstValue(PersonClaim.Session) is { } session && !IsInTime(user, session, data.Settings, now))
        {
            return false;
        }

        var stamp = user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
        var id = user.FindFirstValue(PersonClaim.Session) ?? "";
        return await operations.ReadAsync(
            db => db.Users.AnyAsync(
                u => u.PersonId == personId && u.SecurityStamp == stamp && !db.SignInSessions.Any(s => s.Id == id && s.EndedAt != null),
                cancellation), cancellation);
    }

    private bool IsInTime(ClaimsPrincipal user, string session, PortalSettings settings, DateTime now) =>
        long.TryParse(user.FindFirstValue(PersonClaim.Since), CultureInfo.InvariantCulture, out var since)
        && now - new DateTime(since, DateTimeKind.Utc) <= TimeSpan.FromHours(settings.Int("Session.MaxHours"))
            && sessions.IdleFor(session) <= TimeSpan.FromMinutes(settings.Int("Session.IdleMinutes"));

    /// <summary>For the cookie: it ends with the time that a session may be idle, and is renewed while somebody works.</summary>
    public static async Task OpenAsync(CookieSigningInContext context)
    {
        var services = context.HttpContext.RequestServices;
        var settings = (await services.GetRequiredService<ReferenceCache>().GetAsync(context.HttpContext.RequestAborted)).Settings;
        context.Properties.IssuedUtc = services.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Properties.ExpiresUtc = context.Properties.IssuedUtc + TimeSpan.FromMinutes(settings.Int("Session.IdleMinutes"));
        if (context.Principal is { } user)
        {
            var identity = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
            if (user.FindFirstValue(identity.UserIdClaimType) is { } account)
            {
                services.GetRequiredService<KnownDevices>().Remember(context.HttpContext, account);
            }

            var stamp = user.FindFirstValue(identity.SecurityStampClaimType) ?? "";
            await services.GetRequiredService<Sessions>().BeginAsync(
                user, context.HttpContext.User, stamp, context.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "",
                context.HttpContext.Request.Headers.UserAgent.ToString());
        }
    }

    /// <summary>
    /// For the cookie: who is no longer good is nobody. What anybody may have (scripts, fonts) is not worth a question. The cookie is left
    /// where it is: of a request that was on its way when the browser got a new one, the answer would take the new one away.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        if (context.Principal?.FindFirstValue(PersonClaim.Session) is not { } session
            || !await services.GetRequiredService<AccountCheck>().IsGoodAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
        }
        else if (!context.HttpContext.IsLine())
        {
            // Opening a page counts as work; the connection that an open page keeps does not.
            services.GetRequiredService<Sessions>().Touch(session);
        }
    }
}
