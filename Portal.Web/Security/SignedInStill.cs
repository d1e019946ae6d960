using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Security;

/// <summary>
/// Asks an open page's circuit, a minute after another, whether its account is still good: an account that was locked, or got
/// a new password, or whose person has left, is signed out there too.
/// </summary>
public sealed class SignedInStill(ILoggerFactory logs, PortalOperations operations, ReferenceCache reference, TimeProvider time, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) => IsGoodAsync(authenticationState.User, cancellationToken);

    public async Task<bool> IsGoodAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.FindFirstValue(PersonClaim.Person) is not { Length: > 0 } personId)
        {
            return false;
        }

        var data = await reference.GetAsync(cancellation);
        if (data.Directory.Person(personId)?.IsValidOn(VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)) != true)
        {
            return false;
        }

        var stamp = user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
        return await operations.ReadAsync(db => db.Users.AnyAsync(u => u.PersonId == personId && u.SecurityStamp == stamp, cancellation), cancellation);
    }
}

/// <summary>Who has left, or has not come yet, does not sign in.</summary>
public sealed class StaffSignIn(
    UserManager<UserAccount> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<UserAccount> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<UserAccount>> log,
    Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes, IUserConfirmation<UserAccount> confirmation, ReferenceCache reference, TimeProvider time)
    : SignInManager<UserAccount>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(UserAccount user) =>
        (await reference.GetAsync()).Directory.Person(user.PersonId)?.IsValidOn(VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)) == true && await base.CanSignInAsync(user);
}
