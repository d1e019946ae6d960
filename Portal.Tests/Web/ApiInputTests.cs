using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Api;

namespace Portal.Tests.Web;

/// <summary>What comes into the API, well or badly made: it is taken, or told what is wrong with it.</summary>
[Collection(PortalCollection.Name)]
public class ApiInputTests(PortalProcess portal)
{
    private static readonly string Trip = FormInput.ToJson(Trips.NoticeAhead()).ToJsonString();

    /// <summary>Bodies that are no well-made JSON, for any operation that takes one.</summary>
    public static IReadOnlyDictionary<string, byte[]> BadBodies { get; } = new Dictionary<string, byte[]>
    {
        ["cut off"] = Encoding.UTF8.GetBytes("""{"process":"field-trip","form":{"""),
        ["nothing"] = [],
        ["a word"] = "xin chào"u8.ToArray(),
        ["a name twice"] = Encoding.UTF8.GetBytes("""{"process":"field-trip","outcome":"Submit","outcome":"Submit","form":{}}"""),
        ["a name twice in the form"] =
            Encoding.UTF8.GetBytes("""{"process":"field-trip","outcome":"Submit","form":{"place":"a","place":"b"}}"""),
        ["a name twice by case"] =
            Encoding.UTF8.GetBytes("""{"process":"field-trip","outcome":"Submit","form":{"place":"a","Place":"b"}}"""),
        ["no UTF-8"] = [.. """{"process":"field-trip","outcome":"Submit","form":{"place":"a"""u8, 0xC3, 0x28, .. "\"}}"u8],
        ["no UTF-8 in a name"] = [.. """{"process":"field-trip","outcome":"Submit","form":{"a"""u8, 0xFF, .. "\":1}}"u8],
        ["half a character"] = Encoding.UTF8.GetBytes("""{"process":"field-trip","outcome":"Submit","form":{"place":"a\ud800b"}}"""),
        ["half a character in a name"] = Encoding.UTF8.GetBytes("""{"process":"field-trip","outcome":"Submit","form":{"\udfff":1}}"""),
        ["too deep"] = Encoding.UTF8.GetBytes(
            $$"""{"process":"field-trip","form":{{string.Concat(Enumerable.Repeat("{\"a\":", 60))}}1{{new string('}', 61)}}"""),
        ["two values"] = "{} {}"u8.ToArray(),
        ["a comment"] = "{/* */}"u8.ToArray(),
        ["a list"] = "[]"u8.ToArray(),
        ["null"] = "null"u8.ToArray(),
    };

    [Fact]
    public async Task What_is_no_JSON_is_refused_everywhere_with_a_problem_that_says_so()
    {
        var member = await portal.ApiAsync("vuong.gm");
        foreach (var path in new[] { "token", "cases", $"tasks/{Guid.NewGuid()}/complete" })
        {
            foreach (var (what, body) in BadBodies)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var answer = await member.PostAsync(path, content);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}, {what}: {answer.StatusCode} {text}");
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.NotEqual("", (string?)JsonNode.Parse(text)!["title"]);
            }
        }

        using var large =
            new StringContent($$"""{"process":"{{new string('x', JsonGate.MaxBytes)}}"}""", Encoding.UTF8, "application/json");
        using var refused = await member.PostAsync("cases", large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_and_a_list_without_end_are_told_at_their_place()
    {
        var member = await portal.ApiAsync("vuong.gm");
        foreach (var (field, value, code) in new (string, JsonNode?, string)[]
        {
            ("secrecy", "không", "secrecy"),
            ("secrecy", new JsonArray(), "secrecy"),
            ("participantIds", Many(40_000, i => $"S{i}"), "participantIds"),
            ("areaIds", Many(40_000, i => $"A{i}"), "areaIds"),
            ("meetingIds", Many(40_000, _ => Guid.NewGuid().ToString()), "meetingIds"),
            ("programme", Many(20_000, _ => new JsonObject()), "programme"),
            ("programme", Many(301, _ => ((JsonArray)JsonNode.Parse(Trip)!["programme"]!)[0]!.DeepClone()), "programme"),
            ("departsAt", "0001-01-01T00:00:00", "departsAt"),
            ("place", new string('x', 1001), "place"),
        })
        {
            var form = (JsonObject)JsonNode.Parse(Trip)!;
            form[field] = value?.DeepClone();
            using var answer = await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form });
            var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.True(
                answer.StatusCode == HttpStatusCode.BadRequest
                    && problem["errors"] is JsonObject errors && errors.Any(e => e.Key.StartsWith(code, StringComparison.Ordinal)),
                $"{field}: {answer.StatusCode} {problem}");
        }
    }

    [Fact]
    public async Task A_time_with_an_offset_is_that_moment_and_the_schema_says_so_and_how_long_things_may_be()
    {
        var member = await portal.ApiAsync("vuong.gm");
        var departs = Trips.NoticeAhead().DepartsAt!.Value;
        foreach (var (offset, hours) in new[] { ("+07:00", 0), ("Z", -7), ("-03:00", -10) })
        {
            var form = (JsonObject)JsonNode.Parse(Trip)!;
            form["departsAt"] = $"{departs.AddHours(hours):yyyy-MM-dd'T'HH:mm:ss}{offset}";
            using var started = await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form });
            var receipt = (await started.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.True(started.StatusCode == HttpStatusCode.Created, receipt.ToString());
            var found = (await member.GetFromJsonAsync<JsonObject>($"cases/{receipt["caseId"]}"))!;
            Assert.Equal($"{departs:yyyy-MM-dd'T'HH:mm:ss}", (string?)found["submissions"]![0]!["form"]!["departsAt"]);
            var stored = await portal.TextAsync($"SELECT DepartsAt FROM FieldTrips WHERE lower(CaseId) = '{receipt["caseId"]}'");
            Assert.StartsWith($"{VietnamTime.ToUtc(departs):yyyy-MM-dd HH:mm:ss}", stored, StringComparison.Ordinal);
        }

        var process = (await member.GetFromJsonAsync<JsonArray>("processes"))!.Single(p => (string?)p!["key"] == "field-trip")!;
        var properties = process["schema"]!["properties"]!;
        Assert.Contains("offset", (string?)properties["departsAt"]!["description"], StringComparison.Ordinal);
        Assert.True((int)properties["place"]!["maxLength"]! > 0 && (int)properties["programme"]!["maxItems"]! > 0);
        Assert.True((int)properties["programme"]!["items"]!["properties"]!["content"]!["maxLength"]! > 0);
    }

    [Fact]
    public async Task Any_number_is_a_page_and_past_the_end_there_is_nothing()
    {
        var member = await portal.ApiAsync("vuong.gm");
        await StartAsync(member);
        foreach (var list in new[] { "cases", "tasks" })
        {
            foreach (var (page, size, shown) in new[] { (int.MaxValue, 100, 100), (int.MaxValue, int.MaxValue, 100), (99_999, 1, 1),
                (1000, 200, 100) })
            {
                var answer = (await member.GetFromJsonAsync<JsonObject>($"{list}?page={page}&pageSize={size}"))!;
                Assert.Empty((JsonArray)answer["items"]!);
                Assert.Equal((page, shown), ((int)answer["page"]!, (int)answer["pageSize"]!));
            }

            Assert.Equal((0, 1), (await member.GetFromJsonAsync<JsonObject>($"{list}?page={int.MinValue}&pageSize=-5"))! is var first
                ? ((int)first["page"]!, (int)first["pageSize"]!)
                : default);
            using var words = await member.GetAsync($"{list}?search={string.Join('+', Enumerable.Range(0, 1000).Select(i => $"w{i}"))}");
            Assert.Equal(HttpStatusCode.OK, words.StatusCode);
            foreach (var bad in new[] { "page=abc", "page=2147483648", "after=x", "pageSize=1e3" })
            {
                using var refused = await member.GetAsync($"{list}?{bad}");
                Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
                Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            }
        }
    }

    [Fact]
    public async Task A_list_that_is_read_by_ids_leaves_nothing_out_and_gives_nothing_twice_while_cases_change()
    {
        var (member, leader) = (await portal.ApiAsync("quy.pc"), await portal.ApiAsync("duong.ha"));
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(await StartAsync(member));
        }

        var (read, after) = (new List<string>(), (string?)Guid.Empty.ToString());
        var left = new Queue<string>(made);
        while (after is not null)
        {
            var page = (await member.GetFromJsonAsync<JsonObject>($"cases?process=field-trip&pageSize=2&after={after}"))!;
            read.AddRange(((JsonArray)page["items"]!).Select(c => (string)c!["id"]!));
            after = (string?)page["next"];

            // Meanwhile one of them is decided on, so that it stands first in the list by change.
            if (left.TryDequeue(out var id))
            {
                var task = ((JsonArray)(await leader.GetFromJsonAsync<JsonObject>($"cases/{id}"))!["open"]!)
                    .Single(t => (string?)t!["step"] == "review")!;
                using var done = await leader.PostAsJsonAsync(
                    $"tasks/{task["id"]}/complete",
                    new { outcome = "Acknowledge", form = new { secrecy = new { containsStateSecret = false } } });
                Assert.Equal(HttpStatusCode.OK, done.StatusCode);
            }
        }

        Assert.Equal(read.Distinct(), read);
        Assert.Empty(made.Except(read));
    }

    [Fact]
    public async Task A_retry_beside_the_first_request_waits_and_gets_the_same_answer()
    {
        var leader = await portal.ApiAsync("duong.ha");
        var member = await portal.ApiAsync("quy.pc");
        for (var round = 0; round < 5; round++)
        {
            var id = await StartAsync(member);
            var task = ((JsonArray)(await leader.GetFromJsonAsync<JsonObject>($"cases/{id}"))!["open"]!)
                .Single(t => (string?)t!["step"] == "review")!;
            var key = Guid.NewGuid().ToString();
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"tasks/{task["id"]}/complete")
                {
                    Content = JsonContent.Create(
                        new { outcome = "Acknowledge", form = new { secrecy = new { containsStateSecret = false } } }),
                    Headers = { { ApiEndpoints.KeyHeader, key } },
                };
                using var answer = await leader.SendAsync(request);
                return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
            }));
            Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
            Assert.Single(answers.Distinct());
        }
    }

    private static JsonArray Many(int count, Func<int, JsonNode> one) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode?)one(i))]);

    private static async Task<string> StartAsync(HttpClient client)
    {
        using var started = await client.PostAsJsonAsync(
            "cases", new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead()) });
        return (string)(await started.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;
    }
}
