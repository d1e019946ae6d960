using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Portal.Web.Security;

/// <summary>
/// Signs out open pages whose account has been locked, changed or ended, or whose session is over: at once where the portal itself did it
/// (<see cref="SessionCircuit"/>), and every minute in any case.
/// </summary>
public sealed class CircuitRevalidation(ILoggerFactory logs, AccountCheck check) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>Something has changed about the account or the sessions of this person: nobody is shown a page that is not good any
    /// more.</summary>
    public async Task LookAgainAsync(string personId)
    {
        var user = (await GetAuthenticationStateAsync()).User;
        if (user.FindFirstValue(PersonClaim.Person) == personId && !await check.IsGoodAsync(user))
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken) => check.IsGoodAsync(authenticationState.User, cancellationToken);
}
