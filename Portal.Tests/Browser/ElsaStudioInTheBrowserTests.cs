using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>
/// Elsa Studio on the portal's definitions: what it asks for, with the rights and the refusals of the portal's own pages; and Studio
/// itself, where its package is there (<c>PORTAL_ELSA_STUDIO</c> names its folder).
/// </summary>
[Collection(ApartCollection.Name)]
public partial class ElsaStudioInTheBrowserTests(PortalProcess portal, TestKit.Browser browser)
    : BrowserTests(browser), IClassFixture<PortalProcess>
{
    private static readonly string Package = Environment.GetEnvironmentVariable("PORTAL_ELSA_STUDIO") ?? "";

    [SkippableFact]
    public async Task Designers_read_and_store_definitions_by_elsas_api_and_nobody_else_does()
    {
        await InstallAsync();
        var designer = await Windows.SignInAsync(portal, "tue.dt");
        var rows = await GetAsync(designer, "workflow-definitions?versionOptions=Latest&Page=0&PageSize=100&SearchTerm=&IsSystem=False");
        Assert.Equal((int)rows["totalCount"]!, ((JsonArray)rows["items"]!).Count);
        var two = await GetAsync(
            designer, "workflow-definitions?versionOptions=Published&DefinitionIds=field-trip&DefinitionIds=leader-task");
        Assert.Equal(["field-trip", "leader-task"], ((JsonArray)two["items"]!).Select(i => (string?)i!["definitionId"]));
        var types = ((JsonArray)(await GetAsync(designer, "descriptors/activities?Refresh=True"))["items"]!)
            .Select(t => (string)t!["typeName"]!)
            .ToHashSet();
        foreach (var id in ((JsonArray)rows["items"]!).Select(i => (string)i!["definitionId"]!))
        {
            var definition = await GetAsync(designer, $"workflow-definitions/by-definition-id/{id}?versionOptions=Latest");
            Assert.Equal("publish", (string?)definition["links"]![0]!["rel"]);
            Assert.Subset(types, All(definition["root"]).Select(a => (string)a["type"]!).ToHashSet());
        }

        foreach (var who in new[] { "vuong.gm", "duong.ha", "an.tn" })
        {
            var other = await Windows.SignInAsync(portal, who);
            foreach (var path in new[]
            {
                "workflow-definitions", "workflow-definitions/by-definition-id/field-trip", "descriptors/activities",
            })
            {
                var answer = await other.APIRequest.GetAsync($"{portal.Address}/elsa/api/{path}");
                Assert.True(answer.Status is 400 or 403, $"{who} {path} {answer.Status}");
                Assert.DoesNotContain("field-trip", await answer.TextAsync(), StringComparison.Ordinal);
            }

            var page = await (await other.APIRequest.GetAsync($"{portal.Address}/elsa-studio/quy-trinh/field-trip")).TextAsync();
            Assert.DoesNotContain("elsa-workflow-definition-editor", page, StringComparison.Ordinal);
        }

        var stranger = await Windows.OpenAsync();
        Assert.Equal(401, (await stranger.APIRequest.GetAsync($"{portal.Address}/elsa/api/workflow-definitions")).Status);
    }

    [SkippableFact]
    public async Task What_is_no_definition_is_refused_in_words_and_who_has_not_confirmed_the_notice_gets_nothing()
    {
        await InstallAsync();
        var designer = await Windows.SignInAsync(portal, "tue.dt");
        var token = await TokenAsync(designer, "leader-task");
        var shown = await GetAsync(designer, "workflow-definitions/by-definition-id/leader-task?versionOptions=Latest");
        foreach (var (what, body) in Hostile(shown))
        {
            var answer = await PostAsync(designer, "workflow-definitions", body, token);
            Assert.True(answer.Status == 400, $"{what}: {answer.Status} {await answer.TextAsync()}");
        }

        foreach (var type in new[] { "text/plain", "application/xml", "application/octet-stream" })
        {
            foreach (var body in new[] { """{"model":{},"model":{}}""", """{"model":"\ud800"}""", "{}", shown.ToJsonString() })
            {
                var answer = await designer.APIRequest.PostAsync($"{portal.Address}/elsa/api/workflow-definitions", new()
                {
                    DataByte = System.Text.Encoding.UTF8.GetBytes(body),
                    Headers = new Dictionary<string, string> { ["Content-Type"] = type, ["RequestVerificationToken"] = token },
                });
                Assert.True(answer.Status is 400 or 415, $"{type} {body[..Math.Min(30, body.Length)]}: {answer.Status}");
            }
        }

        foreach (var query in new[] { "Page=abc", "Page=2147483647", "PageSize=-5", "versionOptions=99999999999", "DefinitionIds=" })
        {
            var answer = await designer.APIRequest.GetAsync($"{portal.Address}/elsa/api/workflow-definitions?{query}");
            Assert.True(answer.Status is 200 or 400, $"{query}: {answer.Status}");
        }

        foreach (var path in new[] { "../portal.db", "..%2fportal.db", "%2e%2e/portal.db", "_framework", "khong-co.js", "" })
        {
            var answer = await designer.APIRequest.GetAsync($"{portal.Address}/elsa-studio/{path}");
            Assert.True(answer.Status is 404 or 400, $"{path}: {answer.Status}");
        }

        var unread = await Windows.OpenAsync();
        await unread.GotoAsync(portal.Address);
        await unread.GetByLabel("Tên đăng nhập").FillAsync("tinh.mx");
        await unread.GetByLabel("Mật khẩu").FillAsync(PortalProcess.Password);
        await unread.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Expect(unread.GetByRole(AriaRole.Checkbox)).ToBeVisibleAsync();
        foreach (var spelling in new[] { "/elsa/api", "/ELSA/Api" }.Select(s => $"{s}/workflow-definitions"))
        {
            Assert.Equal(403, (await unread.APIRequest.GetAsync(portal.Address + spelling)).Status);
        }
    }

    // Read as JSON and none of it a definition that can be stored.
    private static IEnumerable<(string What, JsonObject Body)> Hostile(JsonObject shown)
    {
        JsonObject With(Action<JsonObject> change)
        {
            var model = (JsonObject)shown.DeepClone();
            change(model);
            return new JsonObject { ["model"] = model, ["publish"] = false };
        }

        yield return ("nothing", []);
        yield return ("a text", new JsonObject { ["model"] = "x" });
        yield return ("no root", With(m => m.Remove("root")));
        yield return ("a description without end", With(m => m["description"] = new string('x', 100_000)));
        yield return ("a root that is a list", With(m => m["root"] = new JsonArray()));
        yield return ("a root without a type", With(m => ((JsonObject)m["root"]!).Remove("type")));
        yield return ("an activity that is a number", With(m => ((JsonArray)m["root"]!["activities"]!).Add(5)));
        yield return ("an activity whose type is a number", With(m => m["root"]!["activities"]![1]!["type"] = 7));
        yield return ("a version that is not there", With(m => m["id"] = "leader-task-v99"));
        yield return ("an id that is an object", With(m => (m["id"], m["definitionId"]) = (new JsonObject(), new JsonObject())));
        yield return ("a new process with too short a name", With(m => (m["definitionId"], m["name"]) = ("moi", "m")));
    }

    [SkippableFact]
    public async Task What_is_stored_is_the_draft_of_the_portals_editor_and_publishing_needs_a_second_person_and_the_regulation()
    {
        await InstallAsync();
        var designer = await Windows.SignInAsync(portal, "tue.dt");
        var token = await TokenAsync(designer, "monthly-trip-plan");
        var shown = await GetAsync(designer, "workflow-definitions/by-definition-id/monthly-trip-plan?versionOptions=Latest");

        // Without the token of the page, as another site would ask: refused in words.
        var foreign = await PostAsync(designer, "workflow-definitions", Model(shown, false), "");
        Assert.Equal(400, foreign.Status);

        // Nothing new makes no draft.
        var same = await PostAsync(designer, "workflow-definitions", Model(shown, false), token);
        Assert.Equal("monthly-trip-plan-v1", (string?)(await BodyAsync(same))["workflowDefinition"]!["id"]);

        // The leader's step is led past: stored as a draft, and not published; the clause is said.
        var changed = (JsonObject)shown.DeepClone();
        var connections = (JsonArray)changed["root"]!["connections"]!;
        var (review, submit) = ("review", connections.First(c => (string?)c!["target"]!["activity"] == "review")!);
        var end = connections.First(c => (string?)c!["source"]!["activity"] == review && (string?)c["source"]!["port"] != "Return")!;
        submit["target"]!["activity"] = (string?)end["target"]!["activity"];
        var stored = await BodyAsync(await PostAsync(designer, "workflow-definitions", Model(changed, false), token));
        Assert.Equal("monthly-trip-plan-v2", (string?)stored["workflowDefinition"]!["id"]);
        var refused = await PostAsync(designer, "workflow-definitions", Model((JsonObject)stored["workflowDefinition"]!, true), token);
        Assert.Equal(400, refused.Status);
        Assert.Contains("Điều 8", (string)(await BodyAsync(refused))["errors"]!["generalErrors"]![0]!, StringComparison.Ordinal);

        // Put right, it waits for the second person; another designer's publication from Studio is that one.
        var right = (JsonObject)shown.DeepClone();
        (right["id"], right["name"]) = ("monthly-trip-plan-v2", "Kế hoạch đi địa bàn hằng tháng");
        var asked = await PostAsync(designer, "workflow-definitions", Model(right, true), token);
        Assert.Contains("người thứ hai", (string)(await BodyAsync(asked))["message"]!, StringComparison.Ordinal);
        var second = await Windows.SignInAsync(portal, "tinh.mx");
        var latest = await GetAsync(second, "workflow-definitions/by-definition-id/monthly-trip-plan?versionOptions=Latest");
        var published = await PostAsync(
            second, "workflow-definitions", Model(latest, true), await TokenAsync(second, "monthly-trip-plan"));
        Assert.True((bool)(await BodyAsync(published))["workflowDefinition"]!["isPublished"]!);

        foreach (var path in new[] { "workflow-definitions/field-trip/execute", "workflow-definitions/field-trip/retract", "bulk-actions" })
        {
            var answer = await PostAsync(designer, path, [], token);
            Assert.Equal((400, true), (answer.Status, (await answer.TextAsync()).Contains("generalErrors", StringComparison.Ordinal)));
        }
    }

    [SkippableFact]
    public async Task Studio_itself_lists_opens_takes_a_step_in_and_stores_the_draft_that_the_portals_editor_shows()
    {
        Skip.If(
            Package.Length == 0,
            "Elsa Studio's package is not there. Its folder: PORTAL_ELSA_STUDIO (docs/operations.md, Elsa Studio).");
        await InstallAsync();
        var page = await Windows.SignInAsync(portal, "tue.dt");
        await page.GotoAsync($"{portal.Address}/elsa-studio/quy-trinh");
        await page.GetByText("regulation-feedback").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/elsa-studio/quy-trinh/regulation-feedback$"));
        await Expect(page.GetByText("Auto-save")).ToBeVisibleAsync();
        await page.GetByText("Cổng", new() { Exact = true }).ClickAsync();
        var nodes = page.Locator(".x6-node");
        await Expect(nodes).Not.ToHaveCountAsync(0);
        var count = await nodes.CountAsync();
        var stored = page.WaitForResponseAsync(r => r.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal)
            && r.Request.Method == "POST");

        // Before Studio's canvas listens, what is dropped on it is lost without a word: it is dropped again.
        for (var tries = 0; tries < 3 && await nodes.CountAsync() == count; tries++)
        {
            await page.Locator("[draggable=true]").Filter(new() { HasText = "Bước do người làm" }).First
                .DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = 300, Y = 330 } });
            await Task.WhenAny(nodes.Nth(count).WaitForAsync(new() { Timeout = 8_000 }));
        }

        await Expect(nodes).ToHaveCountAsync(count + 1);
        Assert.Equal(200, (await stored).Status);

        // The new step's way out to where the others end, drawn by hand.
        var connected = page.WaitForResponseAsync(r => r.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal)
            && r.Request.Method == "POST" && r.Request.PostData!.Contains("\"activity\":\"ended\"", StringComparison.Ordinal));
        await DrawAsync(
            page, nodes.Last.Locator(".x6-port-body[port=Done]"),
            page.Locator(".x6-node[data-cell-id=ended] .x6-port-body[port=In]"));
        Assert.Equal(200, (await connected).Status);

        await page.GotoAsync($"{portal.Address}/quan-tri/quy-trinh/regulation-feedback-v2");
        await page.GetByTestId("open-publish").ClickAsync();
        await Expect(page.GetByTestId("differences")).ToContainTextAsync("Bước mới");
        await Expect(page.GetByTestId("problems")).ToContainTextAsync("lỗi");
    }

    private static async Task DrawAsync(IPage page, ILocator from, ILocator to)
    {
        var (a, b) = ((await from.BoundingBoxAsync())!, (await to.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(a.X + (a.Width / 2), a.Y + (a.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(b.X + (b.Width / 2), b.Y + (b.Height / 2), new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    // Where the package is not there, its page is made to believe that it is: what it asks for is asked by the test.
    private Task InstallAsync()
    {
        var folder = Path.Combine(portal.Folder, "elsa-studio");
        if (Package.Length > 0 && !Directory.Exists(folder))
        {
            Directory.CreateSymbolicLink(folder, Package);
        }
        else if (Package.Length == 0)
        {
            Directory.CreateDirectory(Path.Combine(folder, "_framework"));
            return File.WriteAllTextAsync(Path.Combine(folder, "_framework", "blazor.webassembly.js"), "");
        }

        return Task.CompletedTask;
    }

    private async Task<string> TokenAsync(IPage page, string definitionId)
    {
        var html = await (await page.APIRequest.GetAsync($"{portal.Address}/elsa-studio/quy-trinh/{definitionId}")).TextAsync();
        return System.Net.WebUtility.HtmlDecode(TenantId().Match(html).Groups["token"].Value);
    }

    private async Task<JsonObject> GetAsync(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync($"{portal.Address}/elsa/api/{path}");
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
        return await BodyAsync(answer);
    }

    private async Task<IAPIResponse> PostAsync(IPage page, string path, JsonObject body, string token) =>
        await page.APIRequest.PostAsync($"{portal.Address}/elsa/api/{path}", new()
        {
            DataString = body.ToJsonString(),
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["RequestVerificationToken"] = token },
        });

    private static async Task<JsonObject> BodyAsync(IAPIResponse answer) =>
        JsonNode.Parse(await answer.TextAsync()) as JsonObject ?? throw new JsonException(await answer.TextAsync());

    private static JsonObject Model(JsonObject definition, bool publish) =>
        new() { ["model"] = definition.DeepClone(), ["publish"] = publish };

    private static IEnumerable<JsonObject> All(JsonNode? activity) => activity is not JsonObject json
        ? []
        : (json["activities"] as JsonArray ?? []).Append(json["body"]).SelectMany(All).Prepend(json);

    [GeneratedRegex("tenant-id=\"(?<token>[^\"]+)\"")]
    private static partial Regex TenantId();
}
