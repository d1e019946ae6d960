using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using QRCoder;

namespace Portal.Web.Security;

/// <summary>A code of an authenticator app beside the password (TOTP, RFC 6238): whose role demands it, and how it is set up.</summary>
public sealed class TwoFactor(UserManager<UserAccount> users, IUserStore<UserAccount> store)
{
    private const int RecoveryCodes = 8;

    /// <summary>Whether the parameter <c>Security.TwoFactor</c> asks it of somebody with these roles.</summary>
    public static bool IsDemanded(PortalSettings settings, IEnumerable<Role> roles) => settings.Text("Security.TwoFactor") switch
    {
        "Administrators" => roles.Any(r => r is Role.SystemAdministrator or Role.ProcessDesigner),
        "Leaders" => roles.Any(r => r is Role.SystemAdministrator or Role.ProcessDesigner or Role.HeadOfCommittee or Role.DeputyHead),
        "Everyone" => true,
        _ => false,
    };

    /// <summary>The secret to put into the app: as text in fours, and as a drawing.</summary>
    public async Task<(string Secret, string Svg)> SecretAsync(UserAccount user)
    {
        var key = await users.GetAuthenticatorKeyAsync(user);
        if (string.IsNullOrEmpty(key))
        {
            // The secret is not in use yet, so showing it must not end the session, as UserManager's own method would.
            key = users.GenerateNewAuthenticatorKey();
            await ((IUserAuthenticatorKeyStore<UserAccount>)store).SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
            await users.UpdateAsync(user);
        }

        var issuer = UrlEncoder.Default.Encode("Cổng quy trình");
        using var code = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{issuer}:{UrlEncoder.Default.Encode(user.UserName!)}?secret={key}&issuer={issuer}&digits=6",
            QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return (
            string.Join(' ', key!.Chunk(4).Select(c => new string(c))).ToLowerInvariant(),
            svg.GetGraphic(5, "#000000", "#ffffff", drawQuietZones: true, sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    /// <returns>Codes for the day the phone is lost, each good once; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnableAsync(UserAccount user, string code)
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Clean(code)))
        {
            return null;
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        return [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
    }

    /// <summary>What people copy from a screen: without blanks.</summary>
    public static string Clean(string code) => new([.. code.Where(c => !char.IsWhiteSpace(c))]);
}
