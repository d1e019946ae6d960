using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Portal.Web.Security;

/// <summary>Signs out open pages whose account has been locked, changed or ended.</summary>
public sealed class CircuitRevalidation(ILoggerFactory logs, AccountCheck check) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken) => check.IsGoodAsync(authenticationState.User, cancellationToken);
}
