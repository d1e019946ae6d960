using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Web.Operations;

namespace Portal.Web.Security;

/// <summary>Puts into the cookie who the person is, and what still has to be done before anything else.</summary>
public sealed class PersonClaims(
    UserManager<UserAccount> users, IOptions<IdentityOptions> options, ReferenceCache reference, TimeProvider time)
    : UserClaimsPrincipalFactory<UserAccount>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var data = await reference.GetAsync();
        identity.AddClaim(new Claim(PersonClaim.Person, user.PersonId));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, data.Directory.NameOf(user.PersonId)));
        identity.AddClaim(new Claim(
            PersonClaim.ConfidentialityYear, user.ConfidentialityYear.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var now = time.GetUtcNow().UtcDateTime;
        identity.AddClaim(new Claim(PersonClaim.Session, Guid.NewGuid().ToString("N")));
        identity.AddClaim(new Claim(PersonClaim.Since, now.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        identity.AddClaims(data.Directory.RolesOf(user.PersonId, VietnamTime.DayOf(now))
            .Select(r => new Claim(PersonClaim.Role, r.ToString())));
        if (!user.TwoFactorEnabled && TwoFactor.IsDemanded(data.Settings, data.Directory.RolesOf(user.PersonId, VietnamTime.DayOf(now))))
        {
            identity.AddClaim(new Claim(PersonClaim.MustSetUpTwoFactor, "1"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(PersonClaim.MustChangePassword, "1"));
        }

        return identity;
    }
}
