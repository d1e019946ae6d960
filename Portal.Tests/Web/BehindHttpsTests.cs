using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Tests.TestKit;

namespace Portal.Tests.Web;

/// <summary>What the portal hands out and believes behind a proxy that ends HTTPS, seen from the proxy's side.</summary>
[Collection(PortalCollection.Name)]
public partial class BehindHttpsTests(BehindHttpsTests.Office office) : IClassFixture<BehindHttpsTests.Office>
{
    private static readonly string[] _addresses =
        ["/", "/dang-nhap", "/viec", "/khong-co", "/app.css", "/api/v1/me", "/api/v1/token", "/_blazor/negotiate", "/health/ready"];

    [Fact]
    public async Task Every_cookie_is_the_hosts_own_and_hidden_from_scripts_and_a_session_is_new_each_time_and_sealed()
    {
        using var client = office.Client();
        var (first, handedOut) = await SignInAsync(client);
        Assert.True(handedOut.Count >= 2, string.Join('\n', handedOut));
        foreach (var cookie in handedOut)
        {
            Assert.StartsWith("__Host-portal.", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", cookie);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("; domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("S31", first, StringComparison.Ordinal);
        Assert.NotEqual(first, (await SignInAsync(client)).Session);

        // Good as it is; with any one of some of its letters changed it is nobody's.
        Assert.True(await IsKnownAsync(first));
        for (var i = 0; i < first.Length; i += first.Length / 20)
        {
            Assert.False(await IsKnownAsync($"{first[..i]}{(first[i] == 'A' ? 'B' : 'A')}{first[(i + 1)..]}"), $"letter {i}");
        }
    }

    [Fact]
    public async Task Browsers_are_told_for_a_year_to_come_over_HTTPS_alone_and_no_other_site_is_let_in()
    {
        using var client = office.Client();
        foreach (var address in _addresses)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
            {
                using var request = new HttpRequestMessage(method, address)
                {
                    Headers = { { "Origin", "https://noi-khac.vn" }, { "Access-Control-Request-Method", "GET" } },
                };
                request.Headers.Host = "cong.tinhuy.vn";
                using var answer = await client.SendAsync(request);
                Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
                Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task What_somebody_else_than_the_proxy_says_of_a_request_is_not_believed()
    {
        var stranger = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}",
            "--Security:Https=true", "--Security:Proxies:0=10.99.99.99");
        try
        {
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = new Uri(stranger.Address),
                DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "10.0.0.7" } },
            };
            Assert.Equal(HttpStatusCode.PermanentRedirect, (await client.GetAsync("/dang-nhap")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/me")).StatusCode);
        }
        finally
        {
            await stranger.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("Content-Length: 4\r\nContent-Length: 40")]
    [InlineData("Content-Length: 4, 40")]
    [InlineData("Transfer-Encoding: chunked, identity")]
    [InlineData("X-A: b\r\n c: d")]
    [InlineData("Host: noi-khac.vn")]
    public async Task A_request_whose_end_two_readers_see_differently_is_refused_and_the_line_closed(string header)
    {
        var answer = await RawAsync(
            $"POST /dang-nhap HTTP/1.1\r\nHost: cong\r\nX-Forwarded-Proto: https\r\n{header}\r\n\r\n0\r\n\r\n"
            + "GET /app.css HTTP/1.1\r\nHost: cong\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Single(StatusLine().Matches(answer));
    }

    [Fact]
    public async Task Who_signs_in_is_asked_for_name_and_password_and_no_hint_is_given_or_asked_for()
    {
        using var client = office.Client();
        var page = await client.GetStringAsync("/dang-nhap");
        Assert.Equal(["Input.Password", "Input.UserName"],
            Field().Matches(page).Select(m => m.Groups[1].Value).Where(n => n.StartsWith("Input.", StringComparison.Ordinal)).Order());
    }

    private static async Task<(string Session, IReadOnlyList<string> HandedOut)> SignInAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/dang-nhap");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = token,
            ["Input.UserName"] = "vuong.gm",
            ["Input.Password"] = PortalProcess.Password,
        });
        var ofForm = page.Headers.GetValues("Set-Cookie").ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dang-nhap") { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", ofForm.Select(c => c.Split(';')[0])));
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        List<string> handedOut = [.. ofForm, .. answer.Headers.GetValues("Set-Cookie")];
        var session = handedOut.Last(c => c.StartsWith("__Host-portal.session=", StringComparison.Ordinal));
        return (session.Split('=', 2)[1].Split(';')[0], handedOut);
    }

    private async Task<bool> IsKnownAsync(string session)
    {
        using var client = office.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tai-khoan");
        request.Headers.Add("Cookie", $"__Host-portal.session={session}");
        using var answer = await client.SendAsync(request);
        return answer.Headers.Location?.ToString().Contains("/dang-nhap", StringComparison.Ordinal) != true;
    }

    private async Task<string> RawAsync(string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, new Uri(office.Address).Port);
        line.ReceiveTimeout = 10_000;
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(line.GetStream());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await reader.ReadToEndAsync(patience.Token);
    }

    [GeneratedRegex("^HTTP/1.1 ", RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    [GeneratedRegex("name=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>An office whose proxy stands on this machine.</summary>
    public sealed class Office : IAsyncLifetime
    {
        private PortalProcess _portal = null!;

        public string Address => _portal.Address;

        public async Task InitializeAsync() => _portal = await PortalProcess.WithAsync(
            "--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}",
            "--Security:Https=true", "--Security:Proxies:0=127.0.0.1");

        public async Task DisposeAsync() => await _portal.DisposeAsync();

        /// <summary>Speaks like the proxy: plain HTTP that says it came by HTTPS. Cookies are `Secure`, so they are sent by hand.</summary>
        public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(Address),
            DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } },
        };
    }
}
