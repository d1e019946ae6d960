using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Web;

[Collection(PortalCollection.Name)]
public class ApiTests(PortalProcess portal)
{
    [Fact]
    public async Task The_whole_first_half_of_a_trip_by_API_with_the_rights_of_the_screens()
    {
        var member = await portal.ApiAsync("quy.pc");
        var me = await member.GetFromJsonAsync<JsonObject>("me");
        Assert.Equal("S11", (string?)me!["personId"]);
        var processes = (await member.GetFromJsonAsync<JsonArray>("processes"))!;
        Assert.Equal(
            [
                "trip-notice", "review-adhoc", "regulation-feedback", "meeting-invitation", "group-meeting", "area-issue", "area-briefing",
                "adhoc-report",
            ],
            processes.Select(p => (string)p!["formKey"]!).Order().Reverse());
        Assert.NotNull(processes.Single(p => (string?)p!["formKey"] == "trip-notice")!["schema"]!["properties"]!["purpose"]);

        var started = await StartAsync(member);
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var receipt = (await started.Content.ReadFromJsonAsync<JsonObject>())!;
        var id = (string)receipt["caseId"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.ApiAsync("uoc.nd")).GetAsync($"cases/{id}")).StatusCode);

        var leader = await portal.ApiAsync("duong.ha");
        var tasks = (await leader.GetFromJsonAsync<JsonObject>("tasks?search=bau noi"))!;
        var task = ((JsonArray)tasks["items"]!).Single(t => (string?)t!["caseId"] == id)!;
        var path = $"tasks/{task["id"]}/complete";
        var bare =
            await leader.PostAsJsonAsync(path, new { outcome = "Return", form = new { secrecy = new { containsStateSecret = false } } });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var problem = (await bare.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Contains("lý do", problem["errors"]!["opinion"]![0]!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await member.PostAsJsonAsync(
                path, new { outcome = "Acknowledge", form = new { secrecy = new { containsStateSecret = false } } })).StatusCode);

        var done = await leader.PostAsJsonAsync(path,
            new
            {
                outcome = "AcknowledgeWithDirective",
                comment = "Chú ý chi bộ ghép sau sắp xếp",
                form = new { secrecy = new { containsStateSecret = false } },
                version = (int)task["version"]!
            });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        var again = await leader.PostAsJsonAsync(
            path, new { outcome = "Acknowledge", form = new { secrecy = new { containsStateSecret = false } } });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var conflict = (await again.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(("Hoàng Ánh Dương", "AcknowledgeWithDirective"), ((string?)conflict["who"], (string?)conflict["outcome"]));
        Assert.NotNull(conflict["when"]);

        var found = (await member.GetFromJsonAsync<JsonObject>($"cases/{id}"))!;
        Assert.Equal("Acknowledged", (string?)found["status"]);
        Assert.Equal("Chú ý chi bộ ghép sau sắp xếp", (string?)found["decisions"]![0]!["opinion"]);
    }

    [Fact]
    public async Task The_same_key_starts_one_case_only_and_another_request_with_it_is_refused()
    {
        var member = await portal.ApiAsync("quy.pc");
        member.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(member)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var numbers = await Task.WhenAll(answers.Select(async a => (string)(await a.Content.ReadFromJsonAsync<JsonObject>())!["number"]!));
        Assert.Single(numbers.Distinct());
        Assert.Equal(HttpStatusCode.Conflict, (await StartAsync(member, "Khác")).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered_and_errors_are_problem_details()
    {
        using var anonymous = new HttpClient { BaseAddress = new Uri($"{portal.Address}/api/v1/") };
        foreach (var path in new[] { "me", "processes", "cases", "tasks", $"cases/{Guid.NewGuid()}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized,
            (await anonymous.PostAsJsonAsync("token", new { userName = "quy.pc", password = "sai" })).StatusCode);
        var member = await portal.ApiAsync("quy.pc");
        var wrong = await member.PostAsJsonAsync(
            "cases", new { process = "field-trip", outcome = "Submit", form = new { departsAt = "hôm nay", smuggled = 1 } });
        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json"), (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound,
            (await member.PostAsJsonAsync("cases", new { process = "no-such", outcome = "Submit", form = new { } })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync($"{portal.Address}/openapi/v1.json")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync($"{portal.Address}/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_request_sets_nothing_but_what_its_form_asks()
    {
        var member = await portal.ApiAsync("quy.pc");
        var notice = FormInput.ToJson(Trips.NoticeAhead());

        // What the aggregate holds and the form does not ask, in the form: refused, and nothing begun.
        var before = (int)(await member.GetFromJsonAsync<JsonObject>("cases"))!["total"]!;
        foreach (var (name, value) in new (string, JsonNode)[] { ("status", "Closed"), ("state", "Closed"), ("initiatorId", "L1"),
            ("leaderId", "L1"), ("caseId", Guid.NewGuid().ToString()), ("number", "CT-2026/9999"), ("version", 99),
            ("sensitivity", "Normal") })
        {
            var form = (JsonObject)notice.DeepClone();
            form[name] = value.DeepClone();
            Assert.Equal(HttpStatusCode.BadRequest,
                (await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form })).StatusCode);
        }

        Assert.Equal(before, (int)(await member.GetFromJsonAsync<JsonObject>("cases"))!["total"]!);

        // Beside the form it is not read: the case is that of who asked, with the next number, where its process begins.
        var answer = await member.PostAsJsonAsync("cases",
            new
            {
                process = "field-trip",
                outcome = "Submit",
                form = notice,
                personId = "L1",
                actor = new { personId = "L1" },
                initiatorId = "L1",
                status = "Closed",
                number = "CT-2026/9999",
                version = 99
            });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var id = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;
        var made = (await member.GetFromJsonAsync<JsonObject>($"cases/{id}"))!;
        Assert.Equal(("Open", "Notified"), ((string?)made["state"], (string?)made["status"]));
        Assert.NotEqual("CT-2026/9999", (string?)made["number"]);
        Assert.Equal("S11", (string?)made["submissions"]![0]!["personId"]);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        using var anonymous = new HttpClient { BaseAddress = new Uri($"{portal.Address}/api/v1/") };
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized,
                (await anonymous.PostAsJsonAsync("token", new { userName = "dat.lq", password = "sai" })).StatusCode);
        }

        var locked = await anonymous.PostAsJsonAsync("token", new { userName = "dat.lq", password = PortalProcess.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Contains(
            "khóa", (string?)(await locked.Content.ReadFromJsonAsync<JsonObject>())!["title"], StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HttpResponseMessage> StartAsync(HttpClient client, string purpose = "Nắm tình hình")
    {
        var form = FormInput.ToJson(Trips.NoticeAhead() with { Purpose = purpose });
        return client.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form });
    }
}
