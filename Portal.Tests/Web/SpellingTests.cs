using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Portal.Tests.TestKit;
using Portal.Web.Security;

namespace Portal.Tests.Web;

/// <summary>
/// Every route in other spellings: capital letters, encoded ones, a slash too many. What is refused, limited or asked for hangs on the
/// endpoint, so that it is the same however the address is written.
/// </summary>
public sealed partial class SpellingTests
{
    private const string Password = PortalProcess.Password;

    [Fact]
    public async Task In_the_clear_nothing_answers_and_without_signing_in_only_what_is_open_to_all()
    {
        var routes = await RoutesAsync();
        Assert.True(routes.Count > 50, $"{routes.Count} routes");
        var strict = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={Password}", "--Security:Https=true",
            "--Security:Proxies:0=127.0.0.1", "--Security:SignInsPerMinute=100000");
        try
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            using var client = new HttpClient(handler) { BaseAddress = new Uri(strict.Address) };
            var wrong = new List<string>();
            foreach (var (method, path, isOpen, isWatched) in routes)
            {
                foreach (var spelling in Spellings(path))
                {
                    var clear = await AskAsync(client, method, spelling, isHttps: false);
                    if (!isWatched && clear is not (HttpStatusCode.Forbidden or HttpStatusCode.PermanentRedirect))
                    {
                        wrong.Add($"in the clear {method} {spelling}: {clear}");
                    }

                    var stranger = await AskAsync(client, method, spelling, isHttps: true);
                    if (!isOpen && (int)stranger is >= 200 and < 300)
                    {
                        wrong.Add($"a stranger {method} {spelling}: {stranger}");
                    }

                    if ((int)stranger >= 500 || (int)clear >= 500)
                    {
                        wrong.Add($"{method} {spelling}: {stranger}");
                    }
                }
            }

            Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        }
        finally
        {
            await strict.DisposeAsync();
        }
    }

    [Fact]
    public async Task Attempts_to_sign_in_are_counted_together_however_the_address_is_spelt()
    {
        var strict = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={Password}", "--Security:SignInsPerMinute=4");
        try
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            var answers = new List<HttpStatusCode>();
            foreach (var spelling in Spellings("/api/v1/token").Concat(Spellings("/api/v1/token")))
            {
                using var answer = await client.PostAsync(
                    new Uri(strict.Address.TrimEnd('/') + spelling), JsonContent.Create(new { userName = "ai-do", password = "sai" }));
                answers.Add(answer.StatusCode);
            }

            Assert.Equal(4, answers.Count(a => a == HttpStatusCode.Unauthorized));
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
            Assert.DoesNotContain(HttpStatusCode.OK, answers);
        }
        finally
        {
            await strict.DisposeAsync();
        }
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string method, string path, bool isHttps)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(client.BaseAddress!.ToString().TrimEnd('/') + path));
        if (method == "POST")
        {
            request.Content = JsonContent.Create(new { });
        }

        if (isHttps)
        {
            request.Headers.Add("X-Forwarded-Proto", "https");
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    // As routing takes them, files left out: those are everybody's.
    private static async Task<IReadOnlyList<(string Method, string Path, bool IsOpen, bool IsWatched)>> RoutesAsync()
    {
        await using var portal = await TestPortal.CreateAsync();
        return
        [
            .. from endpoint in portal.Endpoints()
               let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
               where !route.StartsWith("/_", StringComparison.Ordinal)
                   && !route.Contains("{**", StringComparison.Ordinal)
                   && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
               from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               where method is "GET" or "POST"
               let path = Token().Replace(route, m => ValueOf(m.Groups["name"].Value, m.Groups["rule"].Value))
               let door = endpoint.Metadata.GetMetadata<DoorAttribute>()
               select (
                   method, path, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                   door is not null && door.Kind.HasFlag(DoorKind.Watched)),
        ];
    }

    private static string ValueOf(string name, string constraint) => (name, constraint) switch
    {
        (_, ":guid") => Guid.Empty.ToString(),
        (_, ":int") => "2026",
        ("documentName", _) => "v1",
        _ => "x",
    };

    private static IEnumerable<string> Spellings(string path)
    {
        yield return path;
        if (path == "/")
        {
            yield break;
        }

        yield return path.ToUpperInvariant();
        yield return $"/{char.ToUpperInvariant(path[1])}{path[2..]}";
        yield return $"/%{(int)path[1]:X2}{path[2..]}";
        yield return $"{path}/";
        yield return $"/{path}";
        yield return $"{path}?x=1";
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?<rule>:\w+)?\??\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
