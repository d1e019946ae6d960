using System.Text.Encodings.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using QRCoder;

namespace Portal.Web.Security;

/// <summary>A code of an authenticator app beside the password (TOTP, RFC 6238): whose role demands it, and how it is set up.</summary>
public sealed class TwoFactor(
    UserManager<UserAccount> users, IUserStore<UserAccount> store, IDataProtectionProvider protection, TimeProvider time,
    Accounts accounts)
{
    private const int RecoveryCodes = 8;

    // How long a page may stay open before its code is typed.
    private static readonly TimeSpan Offered = TimeSpan.FromHours(1);

    /// <summary>Whether the parameter <c>Security.TwoFactor</c> asks it of somebody with these roles.</summary>
    public static bool IsDemanded(PortalSettings settings, IEnumerable<Role> roles) => settings.Text("Security.TwoFactor") switch
    {
        "Administrators" => roles.Any(r => r is Role.SystemAdministrator or Role.ProcessDesigner),
        "Leaders" => roles.Any(r => r is Role.SystemAdministrator or Role.ProcessDesigner or Role.HeadOfCommittee or Role.DeputyHead),
        "Everyone" => true,
        _ => false,
    };

    /// <summary>A new secret, or the one that the page has offered already; only looking at the page stores none.</summary>
    /// <param name="offered">What <see cref="TwoFactorOffer.Sealed"/> gave before; null or what cannot be read: a new one.</param>
    public TwoFactorOffer Offer(UserAccount user, string? offered = null)
    {
        var key = Open(user, offered) ?? users.GenerateNewAuthenticatorKey();
        var issuer = UrlEncoder.Default.Encode("Cổng quy trình");
        using var code = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{issuer}:{UrlEncoder.Default.Encode(user.UserName!)}?secret={key}&issuer={issuer}&digits=6",
            QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return new TwoFactorOffer(
            string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLowerInvariant(),
            svg.GetGraphic(5, "#000000", "#ffffff", drawQuietZones: true, sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute),
            Protector(user).Protect(key, Offered));
    }

    /// <returns>Codes for the day the phone is lost, each good once; null when the code was wrong, or the offer too old.</returns>
    public async Task<IReadOnlyList<string>?> EnableAsync(Actor actor, UserAccount user, string? offered, string code)
    {
        if (Open(user, offered) is not { } key || !TimedCodes.IsGood(key, Clean(code), time.GetUtcNow()))
        {
            return null;
        }

        await ((IUserAuthenticatorKeyStore<UserAccount>)store).SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Clean(code)))
        {
            return null;
        }

        accounts.RecordAlong(actor, "Account.TwoFactorOn");
        await users.SetTwoFactorEnabledAsync(user, true);
        return [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
    }

    /// <summary>What people copy from a screen: without blanks.</summary>
    public static string Clean(string code) => new([.. code.Where(c => !char.IsWhiteSpace(c))]);

    private ITimeLimitedDataProtector Protector(UserAccount user) =>
        protection.CreateProtector("Portal.TwoFactor", user.Id).ToTimeLimitedDataProtector();

    private string? Open(UserAccount user, string? offered)
    {
        try
        {
            return string.IsNullOrEmpty(offered) ? null : Protector(user).Unprotect(offered);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
