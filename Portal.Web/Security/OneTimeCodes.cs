using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Portal.Web.Security;

/// <summary>
/// A code of the app is good once, also within its time (ASVS 6.5.1): of two who bring it at the same moment one comes in.
/// </summary>
public sealed class OneTimeCodes(TimeProvider time) : AuthenticatorTokenProvider<UserAccount>
{
    // A code is taken two steps of thirty seconds before and after its own.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(3);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<UserAccount> manager, UserAccount user)
    {
        var now = time.GetUtcNow();
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || !TimedCodes.IsGood(key, token, now))
        {
            return false;
        }

        var used = user.UsedCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(u => u.Split('@'))
            .Where(u => now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(u[1], CultureInfo.InvariantCulture)) < Remembered)
            .Select(u => (Code: u[0], At: u[1]))
            .ToList();
        var code = int.Parse(token, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        if (used.Exists(u => u.Code == code))
        {
            return false;
        }

        user.UsedCodes = string.Join(
            ' ', used.Append((code, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))).Select(u => $"{u.Item1}@{u.Item2}"));
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
