using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Security;

namespace Portal.Tests.TestKit;

/// <summary>Parts of screens over the real use cases and a real database, without a browser; signed in as the member of a trip.</summary>
public abstract class ScreenTests : BunitContext, IAsyncLifetime
{
    private AsyncServiceScope _scope;

    protected TestPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await TestPortal.CreateAsync();
        _scope = Portal.Services.CreateAsyncScope();
        var navigation = (IHostEnvironmentNavigationManager)_scope.ServiceProvider.GetRequiredService<NavigationManager>();
        navigation.Initialize("http://localhost/", "http://localhost/");
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
        AddAuthorization()
            .SetAuthorized("vuong.gm")
            .SetClaims(new Claim(PersonClaim.Person, Trips.Member), new Claim(ClaimTypes.GivenName, "Giang Minh Vượng"));
        Services.AddHttpContextAccessor();
        Services.AddScoped<CurrentActor>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _scope.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
