using System.Reflection;
using Microsoft.AspNetCore.Components;
using Portal.Tests.TestKit;
using Portal.Web;

namespace Portal.Tests.Scenarios;

/// <summary>Every parameter of every page's address, found by reflection, with values that nobody would ask for.</summary>
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

    private static IEnumerable<string> NamesAt(string address) => typeof(App).Assembly.GetTypes()
        .Where(t => t.GetCustomAttributes<RouteAttribute>().Any(r => IsFor(r.Template, address)))
        .SelectMany(t => t.GetProperties())
        .Select(p => (Property: p, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
        .Where(p => p.Query is not null)
        .Select(p => p.Query!.Name ?? p.Property.Name);

    private static bool IsFor(string template, string address)
    {
        var (left, right) = (template.Split('/'), address.Split('?')[0].Split('/'));
        return left.Length == right.Length && left.Zip(right).All(p => p.First.StartsWith('{') || p.First == p.Second);
    }
}
