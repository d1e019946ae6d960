using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Persistence.Seed;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Web;

/// <summary>
/// The demo province comes up on whatever day it is first started, by the rules. The suite tries days that are special;
/// <c>PORTAL_DEMO_DAYS=366 dotnet test --filter DemoOnAnyDay</c> tries so many days one after the other.
/// </summary>
public sealed class DemoOnAnyDayTests
{
    private static readonly DateTime First = new(2026, 12, 1, 10, 0, 0);

    private static readonly int More =
        int.TryParse(Environment.GetEnvironmentVariable("PORTAL_DEMO_DAYS"), CultureInfo.InvariantCulture, out var days) ? days : 0;

    public static TheoryData<DateTime> Moments =>
    [
        new(2026, 12, 31, 23, 55, 0),
        new(2027, 2, 7, 10, 0, 0),
        new(2028, 2, 29, 10, 0, 0),
        .. Enumerable.Range(0, More).Select(d => First.AddDays(d)),
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task It_follows_the_rules_and_leaves_work_to_do(DateTime local)
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.GoTo(local);
        var reference = portal.Services.GetRequiredService<ReferenceCache>();
        await DemoStage.RunAsync(portal.Operations, reference, seed: 680, VietnamTime.ToUtc(local), (_, _) => { }, months: 1);
        Assert.True(await portal.ReadAsync(db => db.UserTasks.AnyAsync(t => t.StepId == "review" && t.State == UserTaskState.Open)));
        Assert.Equal(0, await portal.ReadAsync(db => db.Incidents.CountAsync()));
        var now = portal.Now;
        Assert.False(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.At > now)));
        await portal.TickAsync();
    }
}
