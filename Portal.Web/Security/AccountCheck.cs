using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
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
/// Whether an account that is signed in is still good: not locked, no new password since, and the person still on the staff.
/// Asked of each request, of each call of the API, and of open pages every minute.
/// </summary>
public sealed class AccountCheck(PortalOperations operations, ReferenceCache reference, TimeProvider time, IOptions<IdentityOptions> options)
{
    public async Task<bool> IsGoodAsync(ClaimsPrincipal user, CancellationToken cancellation = default)
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

    /// <summary>For the cookie: who is no longer good is signed out. What anybody may have (scripts, fonts) is not worth a question.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return;
        }

        if (context.Principal is null || !await context.HttpContext.RequestServices.GetRequiredService<AccountCheck>().IsGoodAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}

/// <summary>A bearer token is good for an hour, an account perhaps not.</summary>
public sealed record StillGood : IAuthorizationRequirement;

public sealed class StillGoodHandler(AccountCheck check) : AuthorizationHandler<StillGood>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StillGood requirement)
    {
        if (await check.IsGoodAsync(context.User))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>An open page whose account is no longer good is signed out too.</summary>
public sealed class SignedInStill(ILoggerFactory logs, AccountCheck check) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) => check.IsGoodAsync(authenticationState.User, cancellationToken);
}

/// <summary>Who has left, or has not come yet, does not sign in.</summary>
public sealed class StaffSignIn(
    UserManager<UserAccount> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<UserAccount> claims, IOptions<IdentityOptions> options, ILogger<SignInManager<UserAccount>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<UserAccount> confirmation, ReferenceCache reference, TimeProvider time)
    : SignInManager<UserAccount>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(UserAccount user) =>
        (await reference.GetAsync()).Directory.Person(user.PersonId)?.IsValidOn(VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)) == true && await base.CanSignInAsync(user);
}
