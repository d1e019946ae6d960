using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag.CodeGeneration.CSharp;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Web;

/// <summary>The document of the API: without a fault, and enough to write a client from.</summary>
[Collection(PortalCollection.Name)]
public class OpenApiTests(PortalProcess portal)
{
    [Fact]
    public async Task A_linter_finds_nothing()
    {
        using var http = new HttpClient { BaseAddress = new Uri(portal.Address) };
        var text = await http.GetStringAsync("/openapi/v1.json");
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json", new Microsoft.OpenApi.Reader.OpenApiReaderSettings
        {
            RuleSet = Microsoft.OpenApi.ValidationRuleSet.GetDefaultRuleSet(),
        });
        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(e => e.ToString()));

        var document = (JsonObject)JsonNode.Parse(text)!;
        Assert.Empty(FaultsOf(document));
    }

    [Fact]
    public async Task A_client_generated_from_it_runs_a_trip_from_notice_to_acknowledged_report()
    {
        using var http = new HttpClient { BaseAddress = new Uri(portal.Address) };
        var document = await NSwag.OpenApiDocument.FromJsonAsync(await http.GetStringAsync("/openapi/v1.json"));
        var settings = new CSharpClientGeneratorSettings { ClassName = "PortalClient", UseBaseUrl = false };
        settings.CSharpGeneratorSettings.Namespace = "Made";
        settings.CSharpGeneratorSettings.JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson;
        var story = Compile(new CSharpClientGenerator(document, settings).GenerateFile(), Story).GetType("Made.Story")!;

        var (begin, end) = (Part("BeginAsync"), Part("EndAsync"));
        var id = await (Task<string>)begin.Invoke(null,
        [
            portal.Address, PortalProcess.Password, Json(Trips.NoticeAhead("A020")),
            Json(Trips.Contact(TestClock.Now.AddMinutes(-1), "A020")),
            Json(Trips.Opinion()),
        ])!;

        // The clock of a running portal cannot be moved: the trip is put into the past instead.
        var left = TestClock.WorkingDay(-2).ToDateTime(new TimeOnly(7, 0));
        var back = left.AddHours(9);
        await portal.ExecuteAsync(
            $"UPDATE FieldTrips SET DepartsAt = '{Sql(left)}', ReturnsAt = '{Sql(back)}' WHERE lower(CaseId) = '{id}'");
        var result = Trips.Result("A020") with { ActualFrom = left, ActualTo = back, Deviations = "Đi sớm theo yêu cầu của địa bàn" };
        Assert.Equal("Acknowledge", await (Task<string>)end.Invoke(null,
        [
            portal.Address, PortalProcess.Password, id, Json(Trips.Departure() with { DepartedAt = left }),
            Json(Trips.Notes() with { ReturnedAt = back }), Json(result), Json(Trips.Review()),
        ])!);

        MethodInfo Part(string name) => story.GetMethod(name)!;
    }

    private const string Story = """
        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Text.Json;
        using System.Threading.Tasks;

        namespace Made;

        public static class Story
        {
            public static async Task<string> BeginAsync(string address, string password, string notice, string contact, string opinion)
            {
                var (member, lead, leader) =
                    (await SignInAsync(address, "vuong.gm", password), await SignInAsync(address, "quy.pc", password),
                    await SignInAsync(address, "duong.ha", password));
                if (!(await member.ListProcessesAsync()).Any(p => p.Key == "field-trip"))
                {
                    throw new InvalidOperationException("No trips.");
                }

                var key = Guid.NewGuid().ToString();
                var request = new StartRequest { Process = "field-trip", Outcome = "Submit", Form = Form(notice) };
                var made = await member.StartCaseAsync(key, request);
                var again = await member.StartCaseAsync(key, request);
                if (made.CaseId != again.CaseId)
                {
                    throw new InvalidOperationException("Two cases for one key.");
                }

                await AnswerAsync(lead, made.CaseId, "contact", "Contacted", contact);
                await AnswerAsync(leader, made.CaseId, "review", "Acknowledge", opinion);
                return made.CaseId.ToString();
            }

            public static async Task<string> EndAsync(
                string address, string password, string id, string departure, string notes, string result, string review)
            {
                var (member, leader, caseId) =
                    (await SignInAsync(address, "vuong.gm", password), await SignInAsync(address, "duong.ha", password), Guid.Parse(id));
                await AnswerAsync(member, caseId, "departure", "Departed", departure);
                await AnswerAsync(member, caseId, "notes", "EndTrip", notes);
                await AnswerAsync(member, caseId, "result", "Submit", result);
                await AnswerAsync(leader, caseId, "resultReview", "Acknowledge", review);
                var cases = await member.ListCasesAsync("field-trip", null, "A020", null, null, Guid.Empty, null, 100);
                var found = cases.Items.Single(c => c.Id == caseId);
                return (await member.ReadCaseAsync(found.Id)).Decisions.Last().Outcome;
            }

            private static async Task AnswerAsync(PortalClient client, Guid caseId, string step, string outcome, string form)
            {
                var open = (await client.ReadCaseAsync(caseId)).Open.Single(t => t.Step == step && t.Actions.Any(a => a.Key == outcome));
                await client.CompleteTaskAsync(
                    open.Id, null, new CompleteRequest { Outcome = outcome, Version = open.Version, Form = Form(form) });
            }

            private static async Task<PortalClient> SignInAsync(string address, string name, string password)
            {
                var http = new HttpClient { BaseAddress = new Uri(address + "/") };
                var client = new PortalClient(http);
                var token = await client.SignInAsync(new TokenRequest { UserName = name, Password = password });
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
                return client;
            }

            private static JsonObject Form(string json) => JsonSerializer.Deserialize<JsonObject>(json);
        }
        """;

    // What linters of such documents look for, as far as it is not a matter of taste.
    private static IEnumerable<string> FaultsOf(JsonObject document)
    {
        foreach (var (path, item) in (JsonObject)document["paths"]!)
        {
            foreach (var (method, operation) in (JsonObject)item!)
            {
                var name = $"{method} {path}";
                var responses = (JsonObject)operation!["responses"]!;
                if (operation["operationId"] is null || operation["summary"] is null || operation["security"] is null
                    || operation["tags"] is not JsonArray { Count: 1 })
                {
                    yield return $"{name}: not described";
                }

                if (!responses.Any(r => r.Key[0] == '2') || new[] { "400", "401", "429", "503" }.Any(s => !responses.ContainsKey(s)))
                {
                    yield return $"{name}: answers";
                }

                foreach (var (status, answer) in responses)
                {
                    var expected = status[0] == '2' ? "application/json" : "application/problem+json";
                    if (answer?["content"]?[expected]?["schema"] is null || answer["description"] is null)
                    {
                        yield return $"{name}: {status} has no content";
                    }
                }

                foreach (var parameter in operation["parameters"] as JsonArray ?? [])
                {
                    if (parameter!["description"] is null || !IsBounded(document, parameter["schema"]!))
                    {
                        yield return $"{name}: {parameter["name"]}";
                    }
                }

                foreach (var (property, schema) in operation["requestBody"] is { } body
                    ? (JsonObject)Resolved(document, body["content"]!["application/json"]!["schema"]!)["properties"]!
                    : [])
                {
                    if (!IsBounded(document, schema!))
                    {
                        yield return $"{name}: {property} has no end";
                    }
                }
            }
        }

        foreach (var (name, schema) in (JsonObject)document["components"]!["schemas"]!)
        {
            foreach (var (property, described) in schema!["properties"] as JsonObject ?? [])
            {
                if (described!["oneOf"] is not null
                    || (described["enum"] is JsonArray values && values.All(v => v is null))
                    || (described["pattern"] is not null && described["type"] is JsonArray)
                    || (described["nullable"] is not null && described["type"] is null))
                {
                    yield return $"{name}.{property}: {described.ToJsonString()}";
                }
            }
        }
    }

    private static JsonNode Resolved(JsonObject document, JsonNode schema) => (string?)schema["$ref"] is { } reference
        ? document["components"]!["schemas"]![reference.Split('/')[^1]]!
        : schema;

    // A text has a longest length, a format or a list of values; a list a most; a form is described elsewhere.
    private static bool IsBounded(JsonObject document, JsonNode schema)
    {
        var known = Resolved(document, schema);
        return (string?)known["type"] switch
        {
            "string" => (known["maxLength"] ?? known["format"] ?? known["enum"]) is not null,
            "array" => known["maxItems"] is not null,
            null => known["enum"] is not null,
            _ => true,
        };
    }

    private static Assembly Compile(params string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll")
            .Select(p => MetadataReference.CreateFromFile(p));
        var made = CSharpCompilation.Create(
            "Made",
            sources.Select(s => CSharpSyntaxTree.ParseText(s)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var emitted = made.Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(assembly.ToArray());
    }

    private static string Json<T>(T form) => FormInput.ToJson(form).ToJsonString();

    private static string Sql(DateTime local) =>
        Portal.Domain.Common.VietnamTime.ToUtc(local).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
