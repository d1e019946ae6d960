using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Security;

namespace Portal.Tests.Web;

/// <summary>How a session ends, and how a second factor is set up and asked for.</summary>
public class SessionTests
{
    [Fact]
    public async Task A_session_ends_when_nobody_works_and_at_the_latest_after_its_hours()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (check, sessions) = (portal.Services.GetRequiredService<AccountCheck>(), portal.Services.GetRequiredService<Sessions>());
        var user = await PrincipalAsync(portal, "vuong.gm");
        var session = user.FindFirstValue(PersonClaim.Session)!;
        sessions.Touch(session);
        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.True(await check.IsGoodAsync(user));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await check.IsGoodAsync(user));

        // Somebody works all the while: the hours still end it.
        for (var minutes = 16; minutes < 600; minutes += 10)
        {
            sessions.Touch(session);
            Assert.True(await check.IsGoodAsync(user), $"{minutes}");
            portal.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        sessions.Touch(session);
        Assert.False(await check.IsGoodAsync(user));
    }

    [Fact]
    public async Task Sessions_are_seen_and_ended_one_by_one_by_their_person_alone_and_stay_ended()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (check, sessions) = (portal.Services.GetRequiredService<AccountCheck>(), portal.Services.GetRequiredService<Sessions>());
        var (member, nobody) = (portal.Person(Trips.Member), new ClaimsPrincipal());
        var users = new List<ClaimsPrincipal>();
        foreach (var browser in new[] { "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1", "" })
        {
            var user = await PrincipalAsync(portal, "vuong.gm");
            await sessions.BeginAsync(user, nobody, user.FindFirstValue("AspNet.Identity.SecurityStamp")!, "10.0.0.7", browser);
            users.Add(user);
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var mine = await sessions.MineAsync(member);
        Assert.Equal(["", "Safari · iPhone", "Edge · Windows"], mine.Select(s => s.Device));
        Assert.Empty(await sessions.MineAsync(portal.Person(Trips.Lead)));
        Assert.Equal(
            "Common.NotFound", (await sessions.EndAsync(portal.Person(Trips.Lead), [mine[1].Id], "Account.EndedSession")).Refusal!.Code);
        Assert.True(await check.IsGoodAsync(users[1]));
        Assert.True((await sessions.EndAsync(member, [mine[1].Id], "Account.EndedSession")).IsSuccess);
        Assert.Equal(
            (true, false, true), (await check.IsGoodAsync(users[0]), await check.IsGoodAsync(users[1]), await check.IsGoodAsync(users[2])));
        Assert.Equal("Common.NotFound", (await sessions.EndAsync(member, [mine[1].Id], "Account.EndedSession")).Refusal!.Code);

        // Who signs in anew in a browser leaves its session before; one that nobody works in is none any more.
        var again = await PrincipalAsync(portal, "vuong.gm");
        await sessions.BeginAsync(again, users[2], again.FindFirstValue("AspNet.Identity.SecurityStamp")!, "10.0.0.7", "");
        Assert.False(await check.IsGoodAsync(users[2]));
        Assert.Equal(2, (await sessions.MineAsync(member)).Count);
        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(again.FindFirstValue(PersonClaim.Session), Assert.Single(await sessions.MineAsync(member)).Id);

        // A new stamp (password, lock) ends them all; what no cookie can name is forgotten.
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
            await accounts.UpdateSecurityStampAsync((await accounts.FindByNameAsync("vuong.gm"))!);
        }

        Assert.Empty(await sessions.MineAsync(member));
        await sessions.ForgetAsync(portal.Now.AddDays(3));
        Assert.Equal(0, await portal.ReadAsync(db => db.SignInSessions.CountAsync()));
    }

    [Fact]
    public async Task Who_loses_a_role_or_is_locked_is_signed_out()
    {
        await using var portal = await TestPortal.CreateAsync();
        var check = portal.Services.GetRequiredService<AccountCheck>();
        var user = await PrincipalAsync(portal, "tue.dt");
        Assert.True(await check.IsGoodAsync(user));
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            o.Db.RoleGrants.RemoveRange(await o.Db.RoleGrants
                .Where(r => r.PersonId == "S06" && r.Role == Role.ProcessDesigner)
                .ToListAsync());
            return Portal.Domain.Common.Result.Ok;
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        Assert.False(await check.IsGoodAsync(user));

        var member = await PrincipalAsync(portal, "vuong.gm");
        Assert.True((await portal.Services.GetRequiredService<Portal.Web.Operations.Administration.AccountAdministration>()
            .LockAsync(portal.Person("S06"), Trips.Member, "Theo đề nghị của Văn phòng")).IsSuccess);
        Assert.False(await check.IsGoodAsync(member));
    }

    [Theory]
    [InlineData("off", false, false, false)]
    [InlineData("Administrators", true, false, false)]
    [InlineData("Leaders", true, true, false)]
    [InlineData("Everyone", true, true, true)]
    public async Task A_second_factor_is_demanded_by_role(string setting, bool administrator, bool leader, bool member)
    {
        await using var portal = await TestPortal.CreateAsync(("Security.TwoFactor", setting));
        foreach (var (login, demanded) in new[] { ("tue.dt", administrator), ("duong.ha", leader), ("vuong.gm", member) })
        {
            Assert.Equal(demanded, (await PrincipalAsync(portal, login)).HasClaim(c => c.Type == PersonClaim.MustSetUpTwoFactor));
        }
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(TestPortal portal, string login)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>().FindByNameAsync(login);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>().CreateAsync(account!);
    }
}
