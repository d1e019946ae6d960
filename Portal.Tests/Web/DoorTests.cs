using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Tests.TestKit;

namespace Portal.Tests.Web;

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

    [Theory]
    [InlineData("/dang-nhap")]
    [InlineData("/khong-co/trang-nay")]
    [InlineData("/tep/00000000-0000-0000-0000-000000000001")]
    public async Task No_browser_translates_a_page_and_its_language_is_that_of_its_words(string path)
    {
        // A translation puts elements of its own into the page, which then breaks at the next change.
        using var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.GetAsync(path);
        Assert.Matches("<html lang=\"vi\"[^>]* translate=\"no\"", await answer.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den-GB%7Cuic%3Den-GB");
        using var english = await client.GetAsync(path);
        Assert.Matches("<html lang=\"en\"[^>]* translate=\"no\"", await english.Content.ReadAsStringAsync());
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
        Assert.Contains("<html lang=\"vi\" translate=\"no\">", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Trang đã cũ", WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.True(stale.Headers.Contains("Content-Security-Policy"));

        client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den-GB%7Cuic%3Den-GB");
        using var english = await client.PostAsync("/dang-nhap", new FormUrlEncodedContent([]));
        Assert.Contains("out of date", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_program_that_has_the_feed_already_is_not_sent_it_again()
    {
        var secret = Guid.NewGuid().ToString("N");
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        await portal.ExecuteAsync($"UPDATE AspNetUsers SET FeedTokenHash = '{hash}' WHERE UserName = 'vuong.gm'");
        using var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
        using var first = await client.GetAsync($"/lich/{secret}.ics");
        var tag = first.Headers.ETag!;
        Assert.Equal(
            (HttpStatusCode.OK, false, "text/calendar"),
            (first.StatusCode, tag.IsWeak, first.Content.Headers.ContentType!.MediaType));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/lich/{secret}.ics") { Headers = { IfNoneMatch = { tag } } };
        using var unchanged = await client.SendAsync(again);
        Assert.Equal((HttpStatusCode.NotModified, tag), (unchanged.StatusCode, unchanged.Headers.ETag));
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/lich/{secret}.ics"));
        Assert.Equal((HttpStatusCode.OK, tag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/lich/{secret}0.ics")).StatusCode);
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

    [Theory]
    [InlineData("/dang-nhap", "het", "ve", "loi")]
    [InlineData("/dang-nhap/ma", "ve")]
    [InlineData("/thiet-lap", "ma")]
    [InlineData("/ngon-ngu", "c", "ve")]
    [InlineData("/ngon-ngu?c=vi-VN", "ve")]
    public async Task No_question_that_anybody_makes_up_breaks_a_page_before_signing_in(string path, params string[] names)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
        foreach (var query in names.SelectMany(n => EveryScreen.MadeUp.Select(v => $"{n}={v}")))
        {
            using var answer = await client.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}{query}");
            Assert.True((int)answer.StatusCode < 500, $"{path}?{query}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_attempt_that_failed_stands_in_the_trail()
    {
        static string Count(string act) => $"SELECT count(*) || '' FROM AuditEntries WHERE Act = '{act}'";
        using var client = new HttpClient { BaseAddress = new Uri($"{portal.Address}/api/v1/") };
        var before = int.Parse(await portal.TextAsync(Count("Account.SignInFailed")), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var name in new[] { "loc.hd", "khong.ai-ten-vay" })
        {
            using var answer = await client.PostAsJsonAsync("token", new { userName = name, password = "sai" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var after = int.Parse(await portal.TextAsync(Count("Account.SignInFailed")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(before + 2, after);
        Assert.Equal("0", await portal.TextAsync("SELECT count(*) || '' FROM AuditEntries WHERE Subject LIKE '%khong.ai%'"));
    }

    [Fact]
    public async Task A_token_that_was_ended_is_none_and_a_question_without_a_body_is_no_JSON_to_check()
    {
        using var client = await portal.ApiAsync("dung.ktt");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "me") { Content = new ByteArrayContent([]) };
        asked.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var good = await client.SendAsync(asked);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);

        // As "Kết thúc mọi phiên khác" and a new password do.
        await portal.ExecuteAsync("UPDATE AspNetUsers SET SecurityStamp = 'MOI' WHERE UserName = 'dung.ktt'");
        using var ended = await client.GetAsync("me");
        Assert.Equal(
            (HttpStatusCode.Unauthorized, "application/problem+json"), (ended.StatusCode, ended.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Whatever_is_read_with_GET_is_asked_for_with_HEAD_and_a_token_is_renewed_by_nothing()
    {
        using var client = await portal.ApiAsync("vuong.gm");
        var document = await client.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("/openapi/v1.json");
        var paths = document!["paths"]!.AsObject().Where(p => p.Value!["get"] is not null)
            .Select(p => p.Key.Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            using var read = await client.GetAsync(path);
            using var asked = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await client.SendAsync(asked);
            Assert.Equal((path, read.StatusCode), (path, head.StatusCode));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        using var given = await client.PostAsJsonAsync("token", new { userName = "vuong.gm", password = PortalProcess.Password });
        var token = await given.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>();
        Assert.Equal(["accessToken", "expiresIn", "tokenType"], token!.Select(p => p.Key).Order());
    }

    [Fact]
    public async Task The_host_that_a_request_names_is_not_believed()
    {
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/viec") { Headers = { Host = "evil.example" } };
        using var led = await stranger.SendAsync(request);
        Assert.Equal("/dang-nhap?ve=%2Fviec", led.Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_the_API_refuses_it_explains_as_a_problem()
    {
        using var client = await portal.ApiAsync("vuong.gm");
        using var stranger = new HttpClient { BaseAddress = client.BaseAddress };
        (HttpClient Who, HttpMethod Method, string Path, string? Body, string Type, HttpStatusCode Status)[] asked =
        [
            (client, HttpMethod.Get, "khong-co", null, "", HttpStatusCode.NotFound),
            (client, HttpMethod.Delete, "cases", null, "", HttpStatusCode.MethodNotAllowed),
            (client, HttpMethod.Post, "cases", "<x/>", "text/xml", HttpStatusCode.UnsupportedMediaType),
            (client, HttpMethod.Post, "cases", "{", "application/json", HttpStatusCode.BadRequest),
            (client, HttpMethod.Get, "cases?page=abc", null, "", HttpStatusCode.BadRequest),
            (stranger, HttpMethod.Get, "khong-co", null, "", HttpStatusCode.Unauthorized),
            (stranger, HttpMethod.Get, "me", null, "", HttpStatusCode.Unauthorized),
        ];
        foreach (var (who, method, path, body, type, status) in asked)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, type);
            using var answer = await who.SendAsync(request);
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>();
            Assert.NotEmpty((string)problem!["title"]!);
            Assert.Equal((int)status, (int)problem["status"]!);
        }

        foreach (var charset in new[] { "klingon", "utf-16", "utf-7" })
        {
            using var strange = new ByteArrayContent("{}"u8.ToArray());
            strange.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
            using var answer = await stranger.PostAsync("token", strange);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }

        using var wrongMethod = await client.DeleteAsync("cases");
        Assert.Equal(["GET", "HEAD", "POST"], wrongMethod.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_line_opens_only_to_a_page_of_the_portal()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
        foreach (var (origin, isRefused) in new[] { ("https://noi-khac.vn", true), ("null", true), (portal.Address.TrimEnd('/'), false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", origin);
            using var answer = await client.SendAsync(request);
            Assert.Equal(isRefused, answer.StatusCode == HttpStatusCode.Forbidden);
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
