using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Security;

/// <summary>Who has left, or has not come yet, does not sign in.</summary>
public sealed class StaffSignIn(
    UserManager<UserAccount> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<UserAccount> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<UserAccount>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<UserAccount> confirmation, ReferenceCache reference, TimeProvider time)
    : SignInManager<UserAccount>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(UserAccount user) =>
        (await reference.GetAsync()).Directory.Person(user.PersonId)?.IsValidOn(VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)) == true
            && await base.CanSignInAsync(user);
}
