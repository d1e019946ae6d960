using System.Reflection;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.TestKit;
using Portal.Web;
using Portal.Web.Security;

namespace Portal.Tests.Scenarios;

/// <summary>
/// Every parameter of the address of every page, file and answer of the API, found by reflection, with values that nobody would ask for.
/// </summary>
public sealed class MadeUpQueryTests
{
    [Fact]
    public async Task No_question_that_anybody_makes_up_breaks_a_page()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        await using var screen = await EveryScreen.OfAsync(portal, Trips.Head);
        var asked = 0;
        foreach (var address in await EveryScreen.AddressesAsync(portal, "x"))
        {
            foreach (var query in NamesAt(address).SelectMany(n => EveryScreen.MadeUp.Select(v => $"{n}={v}")))
            {
                await screen.ShowAsync($"{address}?{query}");
                asked++;
            }
        }

        Assert.True(asked > 100, $"{asked} questions");
    }

    [Fact]
    public async Task No_question_that_anybody_makes_up_breaks_a_file_or_an_answer()
    {
        await using var portal = await TestPortal.CreateAsync();
        var known = await portal.NotifyAsync();
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == known).Select(c => c.Number).SingleAsync());
        var ofPages = typeof(App).Assembly.GetTypes().SelectMany(QueriesOf).Distinct().ToList();
        var (faults, asked) = (new List<string>(), 0);
        foreach (var endpoint in portal.Endpoints().Where(IsReadWithoutPage))
        {
            var path = Regex.Replace(
                endpoint.RoutePattern.RawText!, @"\{(\**\w+)(:\w+)?\}",
                m => (m.Groups[1].Value, m.Groups[2].Value) switch
                {
                    (_, ":guid") => known.ToString(),
                    ("number" or "Address" or "address", _) => number,
                    ("versionId", _) => "field-trip-v1",
                    ("register", _) => "staff",
                    _ => "A017",
                });
            foreach (var value in EveryScreen.MadeUp)
            {
                // A file reads what its page asks for; a parameter of the API that is refused hides the next, so each is asked alone too.
                var together = "?" + string.Join('&', ofPages.Select(n => $"{n}={value}"));
                foreach (var query in ParametersOf(endpoint).Select(n => $"?{n}={value}").Append(together))
                {
                    asked++;
                    if (await AskAsync(portal, endpoint, path, query) is { } fault)
                    {
                        faults.Add($"{path} {value[..Math.Min(value.Length, 20)]}: {fault}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(asked > 1000, $"{asked} questions");
    }

    private static async Task<string?> AskAsync(TestPortal portal, RouteEndpoint endpoint, string path, string query)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var claims = new[] { new Claim(PersonClaim.Person, Trips.Head), new Claim(ClaimTypes.GivenName, Trips.Head) };
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test")),
            Request = { Method = HttpMethods.Get, Path = "/" + path.TrimStart('/'), QueryString = new QueryString(query) },
            Response = { Body = new MemoryStream() },
        };
        var matcher = new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(
            new Microsoft.AspNetCore.Routing.Template.RouteTemplate(endpoint.RoutePattern), []);
        matcher.TryMatch(http.Request.Path, http.Request.RouteValues);
        try
        {
            await endpoint.RequestDelegate!(http);
            return http.Response.StatusCode >= 500 ? $"{http.Response.StatusCode}" : null;
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
        catch (Exception e)
        {
            return e.ToString().Split('\n')[0];
        }
    }

    private static bool IsReadWithoutPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
        && endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly == typeof(App).Assembly
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true;

    private static IEnumerable<string> ParametersOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters()
        .Where(p => endpoint.RoutePattern.GetParameter(p.Name!) is null)
        .Where(p => p.ParameterType.IsValueType || p.ParameterType == typeof(string))
        .Select(p => p.GetCustomAttribute<Microsoft.AspNetCore.Mvc.FromQueryAttribute>()?.Name ?? p.Name!);

    private static IEnumerable<string> NamesAt(string address) => typeof(App).Assembly.GetTypes()
        .Where(t => t.GetCustomAttributes<RouteAttribute>().Any(r => IsFor(r.Template, address)))
        .SelectMany(QueriesOf);

    private static IEnumerable<string> QueriesOf(Type page) => page.GetProperties()
        .Select(p => (Property: p, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
        .Where(p => p.Query is not null)
        .Select(p => p.Query!.Name ?? p.Property.Name);

    private static bool IsFor(string template, string address)
    {
        var (left, right) = (template.Split('/'), address.Split('?')[0].Split('/'));
        return left.Length == right.Length && left.Zip(right).All(p => p.First.StartsWith('{') || p.First == p.Second);
    }
}
