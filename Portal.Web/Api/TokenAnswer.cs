using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;

namespace Portal.Web.Api;

/// <summary>A token for one hour. There is none to renew it by: a program signs in again.</summary>
/// <param name="ExpiresIn">In seconds.</param>
internal sealed record TokenAnswer(string TokenType, string AccessToken, long ExpiresIn)
{
    public static TokenAnswer Of(ClaimsPrincipal person, BearerTokenOptions options, TimeProvider clock)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + options.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(person, properties, $"{IdentityConstants.BearerScheme}:AccessToken");
        return new TokenAnswer(
            "Bearer", options.BearerTokenProtector.Protect(ticket), (long)options.BearerTokenExpiration.TotalSeconds);
    }
}
