using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Administration;
using Portal.Web.Security;

namespace Portal.Tests.Web;

/// <summary>Wrong passwords slow down where they come from; nobody locks out a colleague with them, or learns who has an account.</summary>
public class SignInAttemptsTests
{
    private const string Name = "vuong.gm";
    private const string Right = PortalProcess.Password;

    [Fact]
    public async Task One_place_waits_after_five_wrong_ones_and_others_do_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        for (var i = 0; i < SignInAttempts.MostFromOnePlace; i++)
        {
            Assert.Equal(SignInResult.Failed, await TryAsync(portal, Name, "sai", At("10.0.0.1")));
        }

        Assert.Equal(SignInResult.LockedOut, await TryAsync(portal, Name, Right, At("10.0.0.1")));
        Assert.Equal(SignInResult.Success, await TryAsync(portal, Name, Right, At("10.0.0.2")));
        Assert.Equal(SignInResult.Success, await TryAsync(portal, "duong.ha", Right, At("10.0.0.1")));

        // Neither by writing the name in another way.
        Assert.Equal(SignInResult.LockedOut, await TryAsync(portal, Name.ToUpperInvariant(), Right, At("10.0.0.1")));
        portal.Clock.Advance(SignInAttempts.Window);
        Assert.Equal(SignInResult.Success, await TryAsync(portal, Name, Right, At("10.0.0.1")));
    }

    [Fact]
    public async Task Guesses_from_everywhere_lock_strangers_out_and_not_the_person_at_a_known_browser()
    {
        await using var portal = await TestPortal.CreateAsync();
        var own = await CookieAsync(portal, Name);
        var others = await CookieAsync(portal, "duong.ha");
        for (var i = 0; i < SignInAttempts.MostForOneName; i++)
        {
            Assert.Equal(SignInResult.Failed, await TryAsync(portal, Name, "sai", At($"10.0.1.{i}")));
        }

        Assert.Equal(SignInResult.LockedOut, await TryAsync(portal, Name, Right, At("10.0.2.1")));
        Assert.Equal(SignInResult.LockedOut, await TryAsync(portal, Name, Right, At("10.0.2.1", others)));
        Assert.Equal(SignInResult.LockedOut, await TryAsync(portal, Name, Right, At("10.0.2.1", own[..^4] + "AAAA")));
        Assert.Equal(SignInResult.Success, await TryAsync(portal, Name, Right, At("10.0.2.1", own)));

        // Whoever has taken the browser guesses no more often than anybody else.
        for (var i = 0; i < SignInAttempts.MostFromOnePlace; i++)
        {
            Assert.Equal(SignInResult.Failed, await TryAsync(portal, Name, "sai", At($"10.0.3.{i}", own)));
        }

        Assert.Equal(SignInResult.LockedOut, await TryAsync(portal, Name, Right, At("10.0.2.1", own)));
    }

    [Fact]
    public async Task Of_many_at_once_no_more_are_looked_at_than_one_after_another()
    {
        await using var portal = await TestPortal.CreateAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TryAsync(portal, Name, "sai", At("10.0.0.1"))));
        Assert.Equal(SignInAttempts.MostFromOnePlace, results.Count(r => !r.IsLockedOut));
    }

    [Fact]
    public async Task A_name_that_nobody_bears_and_a_closed_account_cost_the_same_and_get_the_same_words()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.True((await portal.Services.GetRequiredService<AccountAdministration>()
            .LockAsync(portal.Person("S06"), "S31", "Theo đề nghị của Văn phòng")).IsSuccess);
        var ways = new List<(string Words, int Hashes)[]>();
        foreach (var name in new[] { "duong.ha", Name, "khong.co.ai", "" })
        {
            var way = new List<(string, int)>();
            for (var i = 0; i <= SignInAttempts.MostFromOnePlace; i++)
            {
                var hasher = new CountingHasher();
                way.Add((Accounts.WhyNot(await TryAsync(portal, name, "sai", At("10.0.0.1"), hasher)), hasher.Verified));
            }

            ways.Add([.. way]);
        }

        Assert.Equal(("Account.WrongSignIn", 1), ways[0][0]);
        Assert.Equal(("Account.LockedOut", 0), ways[0][^1]);
        Assert.All(ways, way => Assert.Equal(ways[0], way));

        // That an account is closed is told to who knows its password.
        Assert.Equal(SignInResult.NotAllowed, await TryAsync(portal, Name, Right, At("10.0.0.9")));
    }

    [Fact]
    public async Task The_doors_say_the_same_of_a_name_that_there_is_and_of_one_that_there_is_not()
    {
        await using var portal = await PortalProcess.WithAsync(
            "--Demo:Activity=false", $"--Demo:Password={Right}", "--Security:SignInsPerMinute=10000");
        using var stranger = new HttpClient { BaseAddress = new Uri($"{portal.Address}/api/v1/") };
        for (var i = 0; i <= SignInAttempts.MostFromOnePlace; i++)
        {
            var answers = new List<string>();
            foreach (var name in new[] { Name, "khong.co.ai" })
            {
                using var answer = await stranger.PostAsJsonAsync("token", new { userName = name, password = "sai" });
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
                problem.Remove("traceId");
                answers.Add(problem.ToJsonString());
            }

            Assert.Equal(answers[0], answers[1]);
        }
    }

    private static DefaultHttpContext At(string address, string? cookie = null)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (cookie is not null)
        {
            http.Request.Headers.Cookie = cookie;
        }

        return http;
    }

    private static async Task<SignInResult> TryAsync(
        TestPortal portal, string name, string password, HttpContext http, CountingHasher? hasher = null)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        var signIn = scope.ServiceProvider.GetRequiredService<StaffSignIn>();
        if (hasher is not null)
        {
            signIn.UserManager.PasswordHasher = hasher;
        }

        return await signIn.CheckAsync(await signIn.UserManager.FindByNameAsync(name), name, password);
    }

    // The cookie that the browser keeps after the person has signed in there.
    private static async Task<string> CookieAsync(TestPortal portal, string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var http = At("10.0.9.9");
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>().FindByNameAsync(name);
        portal.Services.GetRequiredService<KnownDevices>().Remember(http, user!.Id);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private sealed class CountingHasher : PasswordHasher<UserAccount>
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(UserAccount user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
