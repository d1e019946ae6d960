using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
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
        Assert.Equal("Common.NotFound", (await sessions.EndAsync(portal.Person(Trips.Lead), [mine[1].Id])).Refusal!.Code);
        Assert.True(await check.IsGoodAsync(users[1]));
        Assert.True((await sessions.EndAsync(member, [mine[1].Id])).IsSuccess);
        Assert.Equal(
            (true, false, true), (await check.IsGoodAsync(users[0]), await check.IsGoodAsync(users[1]), await check.IsGoodAsync(users[2])));
        Assert.Equal("Common.NotFound", (await sessions.EndAsync(member, [mine[1].Id])).Refusal!.Code);

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
            .LockAsync(portal.Person("S06"), Trips.Member)).IsSuccess);
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

/// <summary>What a browser and a stranger meet at the door of the running program.</summary>
[Collection(PortalCollection.Name)]
public class DoorTests(PortalProcess portal)
{
    [Fact]
    public async Task Every_answer_bears_the_headers_and_no_page_holds_a_script()
    {
        using var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
        foreach (var path in new[] { "/dang-nhap", "/khong-tim-thay", "/api/v1/me", "/health/ready", "/app.css" })
        {
            using var answer = await client.GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }

        var page = await client.GetStringAsync("/dang-nhap");
        Assert.DoesNotMatch(new Regex("<script(?![^>]* src=)", RegexOptions.IgnoreCase), page);
        Assert.DoesNotMatch(new Regex("<[a-z][^>]* on[a-z]+=", RegexOptions.IgnoreCase), page);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words_of_the_persons_language()
    {
        using var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Input.UserName"] = "vuong.gm",
            ["Input.Password"] = PortalProcess.Password
        });
        using var stale = await client.PostAsync("/dang-nhap", form);
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (stale.StatusCode, stale.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Trang đã cũ", WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.True(stale.Headers.Contains("Content-Security-Policy"));

        client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den-GB%7Cuic%3Den-GB");
        using var english = await client.PostAsync("/dang-nhap", new FormUrlEncodedContent([]));
        Assert.Contains("out of date", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sites_page_cannot_keep_a_session_alive_and_nobody_has_none()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/phien") { Headers = { { "X-Portal", "1" } } };
        Assert.Equal(HttpStatusCode.Found, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task With_HTTPS_the_API_takes_nothing_in_the_clear_and_believes_only_its_proxy()
    {
        var strict = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}",
            "--Security:Https=true", "--Security:Proxies:0=127.0.0.1");
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"{strict.Address}/api/v1/") };
            var token = new { userName = "vuong.gm", password = PortalProcess.Password };
            using var clear = await client.PostAsJsonAsync("token", token);
            Assert.Equal(HttpStatusCode.Forbidden, clear.StatusCode);
            Assert.Contains("HTTPS", (string?)(await clear.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>())!["title"],
                StringComparison.Ordinal);
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("token", token)).StatusCode);
        }
        finally
        {
            await strict.DisposeAsync();
        }
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_are_told_to_wait()
    {
        var strict = await PortalProcess.WithAsync(
            "--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", "--Security:SignInsPerMinute=4");
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"{strict.Address}/api/v1/") };
            for (var i = 0; i < 4; i++)
            {
                Assert.Equal(HttpStatusCode.Unauthorized,
                    (await client.PostAsJsonAsync("token", new { userName = $"ai-do-{i}", password = "sai" })).StatusCode);
            }

            using var refused = await client.PostAsJsonAsync("token", new { userName = "vuong.gm", password = PortalProcess.Password });
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            var asked = 0;
            while (asked < 100 && (await client.GetAsync($"{strict.Address}/health/ready")).StatusCode != HttpStatusCode.TooManyRequests)
            {
                asked++;
            }

            Assert.Equal(60, asked);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{strict.Address}/health/live")).StatusCode);
            Assert.Contains("Hãy thử lại sau", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await strict.DisposeAsync();
        }
    }
}

/// <summary>Which passwords are taken.</summary>
public class PasswordTests
{
    [Theory]
    [InlineData("con đường làng quanh co", true)]
    [InlineData("gạo trắng nước trong 2026", true)]
    [InlineData("toàn chữ thường không số", true)]
    [InlineData("câu dài có chữ password ở giữa", true)]
    [InlineData("ngắn quá", false)]
    [InlineData("MatKhau2026", false)]
    [InlineData("Mật khẩu 123", false)]
    [InlineData("vuong.gm vuong.gm", false)]
    [InlineData("Vượng thích đọc sách", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("qwerty123456", false)]
    public async Task Length_counts_and_what_is_guessed_first_is_refused(string password, bool isTaken)
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = (await users.FindByNameAsync("vuong.gm"))!;
        var changed = await users.ChangePasswordAsync(user, "LamGiang2026", password);
        Assert.True(changed.Succeeded == isTaken, string.Join(' ', changed.Errors.Select(e => e.Description)));
        Assert.All(changed.Errors, e => Assert.Contains("ật khẩu", e.Description, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData(":12345", "\r\n")]
    public void A_breached_password_is_found_wherever_it_stands_in_the_list_and_no_other(string count, string end)
    {
        string[] listed = [.. Enumerable.Range(0, 500).Select(i => $"mật khẩu đã lộ {i}")];
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path, string.Join(end, listed.Select(p => Sum(p) + count).Order(StringComparer.Ordinal)) + (count.Length > 0 ? end : ""));
        Assert.All(listed, p => Assert.True(BreachedPasswords.IsListed(path, p), p));
        Assert.DoesNotContain(Enumerable.Range(500, 500), i => BreachedPasswords.IsListed(path, $"mật khẩu đã lộ {i}"));
        File.WriteAllText(path, Sum(listed[0]));
        Assert.True(BreachedPasswords.IsListed(path, listed[0]) && !BreachedPasswords.IsListed(path, listed[1]));
        File.WriteAllText(path, "");
        Assert.False(BreachedPasswords.IsListed(path, listed[0]));
        File.WriteAllText(path, string.Join(end, listed));
        Assert.Contains("byte", Assert.Throws<InvalidDataException>(() => BreachedPasswords.IsListed(path, listed[0])).Message,
            StringComparison.Ordinal);
        File.Delete(path);

#pragma warning disable CA5350
        static string Sum(string password) =>
            Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
    }

    [Fact]
    public async Task Where_the_office_has_a_list_a_password_in_it_is_refused()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "F3E6EB46746F1E928B8D32E5BC778784F728318F\n");
        await using var portal = await TestPortal.CreateAsync();
        portal.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.BreachedPasswords = path;
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = (await users.FindByNameAsync("vuong.gm"))!;
        var refused = await users.ChangePasswordAsync(user, "LamGiang2026", "con đường làng quanh co");
        Assert.Equal("PasswordBreached", Assert.Single(refused.Errors).Code);
        Assert.Contains("đã bị lộ", refused.Errors.First().Description, StringComparison.Ordinal);
        Assert.True((await users.ChangePasswordAsync(user, "LamGiang2026", "gạo trắng nước trong 2026")).Succeeded);

        // A list that is none, or is not there, is told at the start.
        Assert.Empty(Problems(path));
        await File.WriteAllTextAsync(path, "mật khẩu trần\n");
        Assert.Contains("byte 0", Assert.Single(Problems(path)), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("cannot be read", Assert.Single(Problems(path)), StringComparison.Ordinal);

        static List<string> Problems(string list)
        {
            var options = new SecurityOptions { BreachedPasswords = list };
            return [.. options.Validate(new(options)).Select(r => r.ErrorMessage!)];
        }
    }
}
