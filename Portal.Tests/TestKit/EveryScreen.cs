using System.Reflection;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web;
using Portal.Web.Security;
using Portal.Web.Shared;

namespace Portal.Tests.TestKit;

/// <summary>
/// Every page of the portal as one person is shown it: found by their routes, opened through the real router with the person's real
/// rights, with each of their tabs.
/// </summary>
internal sealed class EveryScreen : IAsyncDisposable
{
    /// <summary>What nobody would ask a page for, as it stands in an address.</summary>
    public static readonly string[] MadeUp =
        ["", "zz", "1", "-1", "true", "99999999999999999999", "%00", "%FF%FE", "%3Cscript%3E", "%2F%09%2Fx", "%2F%2Fx",
         "9999-12-31", "0001-01-01", "9999-12", "0001-01", "2026-02-30", "%2F%C6%A1", "%2F%E2%80%A8", new('9', 4000)];

    private readonly BunitContext _bunit = new();
    private readonly AsyncServiceScope _scope;

    private EveryScreen(AsyncServiceScope scope) => _scope = scope;

    public static async Task<EveryScreen> OfAsync(TestPortal portal, string person)
    {
        var screen = new EveryScreen(portal.Services.CreateAsyncScope());
        var navigation = (IHostEnvironmentNavigationManager)screen._scope.ServiceProvider.GetRequiredService<NavigationManager>();
        navigation.Initialize("http://localhost/", "http://localhost/");
        var claims = new[] { new Claim(PersonClaim.Person, person), new Claim(ClaimTypes.GivenName, person) };
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
        var rights = screen._scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        var policies = new List<string>();
        foreach (var policy in typeof(Policies).GetFields().Select(f => (string)f.GetRawConstantValue()!).Where(p => p != Policies.Api))
        {
            if ((await rights.AuthorizeAsync(principal, null, policy)).Succeeded)
            {
                policies.Add(policy);
            }
        }

        screen._bunit.Services.AddFallbackServiceProvider(screen._scope.ServiceProvider);
        screen._bunit.JSInterop.Mode = JSRuntimeMode.Loose;
        screen._bunit.AddAuthorization().SetAuthorized(person).SetClaims(claims).SetPolicies([.. policies]);
        screen._bunit.Services.AddHttpContextAccessor();
        screen._bunit.Services.AddScoped<CurrentActor>();
        screen._bunit.Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return screen;
    }

    /// <summary>The group whose case is walked, and one that has nothing to do with it.</summary>
    private static readonly string[] Groups = ["N03", "N02"];

    /// <summary>
    /// Addresses of every page that is not part of signing in, for areas, cases and their tasks: of cases those that somebody has written
    /// in, and those of two groups.
    /// </summary>
    /// <param name="query">What is looked for where a page looks for something.</param>
    public static async Task<IReadOnlyList<string>> AddressesAsync(TestPortal portal, string query)
    {
        // What the calendar opened for ten other groups alike is left out: its pages would be half of all. What it opened for the group
        // of the road and for another one stays, since their drafts are made of what the records say.
        var (cases, tasks) = await portal.ReadAsync(async db =>
        {
            var spoken = db.Submissions.Select(s => s.CaseId).Union(db.Comments.Select(c => c.CaseId));
            return (
                await db.Cases.Where(c => spoken.Contains(c.Id) || Groups.Contains(c.GroupId)).Select(c => c.Number).ToListAsync(),
                await db.UserTasks
                    .Where(t => spoken.Contains(t.CaseId) || db.Cases.Any(c => c.Id == t.CaseId && Groups.Contains(c.GroupId)))
                    .Select(t => t.Id)
                    .ToListAsync());
        });
        var versions = await portal.ReadAsync(db => db.DefinitionVersions.Select(v => new { v.Id, v.DefinitionId }).ToListAsync());
        var processes = versions.Select(v => v.DefinitionId).Distinct().ToList();
        var items = await portal.ReadAsync(db => db.ReportItems.Select(i => i.Id).ToListAsync());
        var contacts = await portal.ReadAsync(db => db.ContactLogs.Select(c => c.Id).ToListAsync());
        var guidance = await portal.ReadAsync(db => db.Set<Portal.Domain.Guidance.GuidanceAction>().Select(g => g.Id).ToListAsync());
        IEnumerable<string> Values(string token, string template) => (token, template) switch
        {
            ("Address", _) => cases.Select(n => Routes.Case(n)[(Routes.Cases.Length + 1)..]),
            ("Id", "/viec/{Id:guid}") => tasks.Select(t => t.ToString()),
            ("Id", "/dia-ban/{Id}") => ["A017"],
            ("Id", "/quan-tri/de-nghi/{Id:guid}") => [Guid.Empty.ToString()],
            ("Id", "/noi-dung-theo-doi/{Id:guid}") => items.DefaultIfEmpty().Select(i => i.ToString()),
            ("Id", "/lien-he/{Id:guid}") => contacts.DefaultIfEmpty().Select(i => i.ToString()),
            ("Id", "/huong-dan-kiem-tra/{Id:guid}") => guidance.DefaultIfEmpty().Select(i => i.ToString()),
            ("Id", "/hop-khong-moi/{Id:guid}") => [Guid.Empty.ToString()],
            ("Id", _) => ["S31"],
            ("Year", _) => ["2026"],
            ("Process" or "DefinitionId", _) => processes,
            ("VersionId", _) => [versions[0].Id],
            ("Register", _) => ["staff"],
            ("Act", _) => ["staff-edit"],
            ("Key", _) => processes,
            _ => throw new InvalidOperationException($"No value is known for {token} of {template}."),
        };

        var addresses = new List<string>();
        foreach (var page in typeof(App).Assembly.GetTypes().Where(t => t.GetCustomAttribute<AuthorizeAttribute>() is not null))
        {
            foreach (var template in page.GetCustomAttributes<RouteAttribute>().Select(r => r.Template))
            {
                IEnumerable<string> filled = [template];
                foreach (Match token in Regex.Matches(template, @"\{(\w+)(:\w+)?\}"))
                {
                    filled = filled
                        .SelectMany(f => Values(token.Groups[1].Value, template).Select(v => f.Replace(token.Value, v)))
                        .ToList();
                }

                addresses.AddRange(filled);
                if (page.GetProperties().Select(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()?.Name).Contains("q"))
                {
                    addresses.AddRange(filled.Select(f => $"{f}?q={query}"));
                }
            }
        }

        return addresses;
    }

    /// <returns>What stands on the page, and on each of its tabs.</returns>
    public async Task<string> ShowAsync(string address)
    {
        _bunit.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        var page = _bunit.Render<AppRoutes>();
        var shown = new List<string> { page.Markup };
        for (var i = 0; i < page.FindAll("[role=tab]").Count; i++)
        {
            await page.FindAll("[role=tab]")[i].ClickAsync(new());
            shown.Add(page.Markup);
        }

        await _bunit.DisposeComponentsAsync();
        return string.Join('\n', shown);
    }

    public async ValueTask DisposeAsync()
    {
        await _bunit.DisposeAsync();
        await _scope.DisposeAsync();
    }
}
