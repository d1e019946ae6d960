using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Portal.Web.Security;

/// <summary>
/// Browsers in which a person has signed in before, by a sealed cookie. It opens nothing: it only says that wrong passwords typed elsewhere
/// do not make this browser wait, see <see cref="SignInAttempts"/>.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider provider, IOptions<SecurityOptions> security)
{
    /// <summary>People whom one browser is kept for.</summary>
    private const int MostPeople = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = provider.CreateProtector("Portal.Device.v1").ToTimeLimitedDataProtector();

    private string CookieName => security.Value.Https ? "__Host-portal.device" : "portal.device";

    /// <returns>The name of this browser for the account; null where the account has never signed in here.</returns>
    public string? Find(HttpContext http, string accountId) => Read(http).Find(d => d.Account == accountId).Device;

    /// <summary>The account has signed in here.</summary>
    public void Remember(HttpContext http, string accountId)
    {
        var known = Read(http);
        var device = known.Find(d => d.Account == accountId).Device ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        known.RemoveAll(d => d.Account == accountId);
        var kept = known.TakeLast(MostPeople - 1).Append((Account: accountId, Device: device));
        http.Response.Cookies.Append(
            CookieName, _protector.Protect(string.Join(';', kept.Select(d => $"{d.Account} {d.Device}")), Lifetime), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Lifetime,
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = security.Value.Https,
            });
    }

    private List<(string Account, string Device)> Read(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return [.. _protector.Unprotect(cookie).Split(';').Select(d => d.Split(' ')).Select(d => (d[0], d[1]))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
