using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Web.Persistence;

namespace Portal.Web.Security;

/// <summary>Recovery codes lie hashed like passwords (ASVS 6.5.2) and are good once.</summary>
public sealed class AccountStore(
    PortalDbContext db, IPasswordHasher<UserAccount> hasher,
    IdentityErrorDescriber errors, SessionChanges changes) : UserOnlyStore<UserAccount, PortalDbContext>(db, errors)
{
    private const string Provider = "[AspNetUserStore]", Name = "RecoveryCodes";

    // Values stored unhashed by an earlier version are shorter than any hash.
    private const int LongestPlain = 20;

    public override async Task<IdentityResult> UpdateAsync(UserAccount user, CancellationToken cancellationToken = default)
    {
        var done = await base.UpdateAsync(user, cancellationToken);
        if (done.Succeeded)
        {
            changes.Tell(user.PersonId);
        }

        return done;
    }

    public override Task ReplaceCodesAsync(UserAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(c => hasher.HashPassword(user, c)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(UserAccount user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, Provider, Name, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var found = Array.Find(kept, k => k.Length < LongestPlain
            ? k == code
            : hasher.VerifyHashedPassword(user, k, code) != PasswordVerificationResult.Failed);
        if (found is null)
        {
            return false;
        }

        await base.ReplaceCodesAsync(user, kept.Where(k => k != found), cancellationToken);
        return true;
    }
}
