using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Portal.Web.Security;

/// <summary>
/// Passwords as people mean them: "ế" is one letter whether a keyboard sends it whole or in parts (NFC, ASVS 6.2.8 and NIST SP 800-63B).
/// </summary>
public sealed class NormalizedPasswords(IOptions<PasswordHasherOptions>? options = null) : PasswordHasher<UserAccount>(options)
{
    public override string HashPassword(UserAccount user, string password) => base.HashPassword(user, Normalized(password));

    public override PasswordVerificationResult VerifyHashedPassword(UserAccount user, string hashedPassword, string providedPassword)
    {
        var normalized = Normalized(providedPassword);
        var result = base.VerifyHashedPassword(user, hashedPassword, normalized);
        if (result != PasswordVerificationResult.Failed || normalized == providedPassword)
        {
            return result;
        }

        // Set in parts before there was this rule: it is good, and is hashed anew.
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword) == PasswordVerificationResult.Failed
            ? PasswordVerificationResult.Failed
            : PasswordVerificationResult.SuccessRehashNeeded;
    }

    // Half of a pair of surrogates is no text; it is a wrong password like any other.
    private static string Normalized(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
