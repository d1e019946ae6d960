using Microsoft.AspNetCore.Components.Authorization;
using Portal.Domain.Organisation;

namespace Portal.Web.Security;

/// <summary>The person at this circuit or request.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state, IHttpContextAccessor http)
{
    // The request that opened the circuit; gone later, so it is read once.
    private readonly string _address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    public async Task<Actor> GetAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor(_address);
}
