using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Guidance;
using Portal.Domain.ReportItems;
using Portal.Domain.UninvitedMeetings;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Workflows;

namespace Portal.Tests.Faults;

/// <summary>
/// Requests made up by the document of the API, a third of them well made: every one is answered in time, and none with a fault of the
/// portal. <c>PORTAL_FUZZ=50000</c> runs them all; <c>PORTAL_FUZZ_SEED</c> repeats a run.
/// </summary>
public class FuzzTests
{
    private const int Callers = 4;

    private static readonly string[] People = ["quy.pc", "vuong.gm", "duong.ha", "nhan.dk", "hang.ctl", "thao.ltb", "an.tn", "tue.dt"];

    private static readonly string[] Texts =
    [
        "", " ", "Nắm tình hình địa bàn xã", "x", "\u000b", "\ufffe", "MẬT", "'; DROP TABLE Cases; --", "<script>alert(1)</script>",
        "{{7*7}}",
        "../../etc/passwd", "%00", "😀😀", "ế", new string('ạ', 5000), "true", "null", "2026-12-21", "2026-12-21T05:30:00",
        "2026-12-21T05:30:00+07:00", "0001-01-01", "9999-12-31T23:59:59Z", "99:99", "-1", "1e400", "S31", "N03", "A020", "L4",
        "00000000-0000-0000-0000-000000000000",
    ];

    private static int Requests =>
        int.Parse(Environment.GetEnvironmentVariable("PORTAL_FUZZ") ?? "1500", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_request_is_answered_with_a_fault_of_the_portal_and_none_hangs()
    {
        var portal = await PortalProcess.WithAsync(
            "--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", "--Security:SignInsPerMinute=100000",
            "--Security:ApiCallsPerSecond=100000");
        try
        {
            var seed = Environment.GetEnvironmentVariable("PORTAL_FUZZ_SEED") is { } said
                ? int.Parse(said, System.Globalization.CultureInfo.InvariantCulture)
                : Environment.TickCount;
            using var plain = new HttpClient { BaseAddress = new Uri(portal.Address) };
            var document = (JsonObject)JsonNode.Parse(await plain.GetStringAsync("/openapi/v1.json"))!;
            var clients = await Task.WhenAll(People.Select(portal.ApiAsync));
            var (left, faults, taken) = (Requests, new System.Collections.Concurrent.ConcurrentQueue<string>(), 0);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
            {
                var maker = new RequestMaker(document, seed + caller);
                while (Interlocked.Decrement(ref left) >= 0 && faults.Count < 10)
                {
                    var client = clients[maker.Random.Next(clients.Length)];
                    using var request = await maker.NextAsync(client);
                    var shown = await Shown(request);
                    try
                    {
                        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                        using var answer = await client.SendAsync(request, limit.Token);
                        var text = await answer.Content.ReadAsStringAsync();
                        if ((int)answer.StatusCode >= 500 || WhyNot(answer, text) is not null)
                        {
                            var start = text[..Math.Min(300, text.Length)];
                            faults.Enqueue($"seed {seed}: {shown}\n=> {(int)answer.StatusCode} {WhyNot(answer, text)} {start}");
                        }

                        if (answer.IsSuccessStatusCode)
                        {
                            Interlocked.Increment(ref taken);
                        }
                    }
                    catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
                    {
                        faults.Enqueue($"seed {seed}: {shown}\n=> {e.GetType().Name} {e.Message}");
                    }
                }
            }));
            Assert.True(faults.IsEmpty, string.Join("\n\n", faults));

            // Otherwise nothing behind the door was tried.
            Assert.True(taken > Requests / 20, $"{taken} of {Requests} were taken.");
            await TrailReading.AssertWholeAsync(portal.Folder);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    // What is refused says so as a problem, whatever it was.
    private static string? WhyNot(HttpResponseMessage answer, string text) => (int)answer.StatusCode switch
    {
        < 400 => null,

        // An answer to HEAD has no body.
        < 500 when answer.RequestMessage?.Method == HttpMethod.Head => null,
        _ when answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && text.Length > 0 => null,

        // What is no request at all is refused by the server itself.
        400 or 431 or 414 when text.Length == 0 => null,
        _ => "no problem",
    };

    private static async Task<string> Shown(HttpRequestMessage request)
    {
        var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        return $"{request.Method} {request.RequestUri} {request.Content?.Headers.ContentType} {body[..Math.Min(600, body.Length)]}";
    }

    /// <summary>Makes requests up, each by its own stream of chance.</summary>
    private sealed class RequestMaker(JsonObject document, int seed)
    {
        private static readonly Dictionary<string, FormSchema> Forms =
            ShippedProcesses.All.SelectMany(p => p.Forms).DistinctBy(f => f.Key).ToDictionary(f => f.Key);

        private static FormSchema[] FollowUps => [.. Enum.GetValues<FollowUpAct>().Select(FollowUpForms.Of)];

        /// <summary>Forms that are sent to the registers, by the operation that takes them.</summary>
        private static readonly Dictionary<string, FormSchema[]> Registers = new()
        {
            ["enterItem"] = [ReportItemForms.New],
            ["actOnItem"] = [.. ReportItemForms.All],
            ["noteContact"] = [ContactForms.New],
            ["noteGuidance"] = [GuidanceForms.New],
            ["noteUninvitedMeeting"] = [UninvitedMeetingForms.New],
            ["followUpContact"] = FollowUps,
            ["followUpGuidance"] = FollowUps,
            ["followUpUninvitedMeeting"] = FollowUps,
        };

        private readonly List<(string Path, string Method, JsonObject Operation)> _operations =
        [
            .. from path in (JsonObject)document["paths"]!
               from operation in (JsonObject)path.Value!
               select (path.Key, operation.Key.ToUpperInvariant(), (JsonObject)operation.Value!),
        ];

        public Random Random { get; } = new(seed);

        public async Task<HttpRequestMessage> NextAsync(HttpClient client)
        {
            var (path, method, operation) = Pick(_operations);
            var isWell = Random.Next(3) == 0;
            var request = new HttpRequestMessage(
                new HttpMethod(isWell || Random.Next(20) > 0 ? method : Pick(["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])),
                await AddressAsync(client, path, operation, isWell));
            if (operation["requestBody"] is not null)
            {
                var body = await BodyAsync(client, (string)operation["operationId"]!, isWell);
                request.Content = new ByteArrayContent(isWell ? Encoding.UTF8.GetBytes(body.Json.ToJsonString()) : Spoilt(body.Json));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", isWell || Random.Next(15) > 0
                    ? "application/json"
                    : Pick(["text/plain", "application/json; charset=klingon", "application/xml", "multipart/form-data",
                        "application/json;;", "x"]));
                if (body.Task is { } task)
                {
                    request.RequestUri = new Uri($"tasks/{task}/complete", UriKind.Relative);
                }
            }

            if (Random.Next(4) == 0)
            {
                request.Headers.TryAddWithoutValidation(
                    "Idempotency-Key", isWell ? Guid.NewGuid().ToString() : Pick(["", "x", new string('k', 300), "a\tb"]));
            }

            return request;
        }

        private async Task<Uri> AddressAsync(HttpClient client, string path, JsonObject operation, bool isWell)
        {
            var relative = path["/api/v1/".Length..];
            var id = relative.Contains("{id}", StringComparison.Ordinal) ? await IdAsync(client, relative.Split('/')[0], isWell) : "";
            var address = relative.Replace("{id}", id, StringComparison.Ordinal)
                .Replace("{act}", isWell || Random.Next(4) > 0 ? Pick(ActsOf(relative)) : "x", StringComparison.Ordinal);
            var query = new List<string>();
            foreach (var parameter in (operation["parameters"] as JsonArray ?? [])
                .Where(p => (string?)p!["in"] == "query" && Random.Next(2) == 0))
            {
                var name = (string)parameter!["name"]!;
                var value = isWell ? Fitting(name, Resolved(parameter["schema"]!)) : Pick(Texts);
                query.Add($"{name}={Uri.EscapeDataString(value[..Math.Min(2000, value.Length)])}");
            }

            return new Uri(address + (query.Count == 0 ? "" : "?" + string.Join('&', query)), UriKind.Relative);
        }

        private string Fitting(string name, JsonNode schema) => name switch
        {
            "process" => Pick([.. ShippedProcesses.All.Select(p => p.Key)]),
            "group" => "N03",
            "area" => "A020",
            "search" => Pick(["bau noi", "Đảng ủy", "CT-2026"]),
            "after" => Guid.Empty.ToString(),
            "page" => Random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture),
            "pageSize" => Random.Next(1, Paging.MostRows).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => schema["enum"] is JsonArray values ? (string)Pick([.. values])! : "x",
        };

        private JsonNode Resolved(JsonNode schema) =>
            (string?)schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

        private static string[] ActsOf(string path) => path.StartsWith("items/", StringComparison.Ordinal)
            ? [.. ReportItemForms.Acts.Select(a => $"{a}")]
            : Enum.GetNames<FollowUpAct>();

        private async Task<string> IdAsync(HttpClient client, string of, bool isWell)
        {
            if (!isWell && Random.Next(2) == 0)
            {
                return Pick(["x", "0", "..", "%2e%2e", "{id}", Guid.NewGuid().ToString(), Guid.Empty.ToString("B"), "a/b", "%00", "ế"]);
            }

            var found = JsonNode.Parse(await client.GetStringAsync(of == "tasks" ? "cases?pageSize=20" : $"{of}?pageSize=20"))!;
            var list = (found["items"] ?? found["rows"]) as JsonArray;
            return list is { Count: > 0 } ? (string)Pick([.. list])!["id"]! : Guid.NewGuid().ToString();
        }

        private async Task<(JsonObject Json, string? Task)> BodyAsync(HttpClient client, string operation, bool isWell)
        {
            switch (operation)
            {
                case "signIn":
                    return (new JsonObject
                    {
                        ["userName"] = isWell ? Pick(People) : Pick(Texts),
                        ["password"] = isWell ? PortalProcess.Password : Pick(Texts),
                    }, null);
                case "startCase":
                    var process = Pick([.. ShippedProcesses.All]);
                    var first = process.Key == "field-trip" && Random.Next(2) == 0
                        ? FormInput.ToJson(Trips.NoticeAhead())
                        : Filled(Pick([.. process.Forms]), isWell);
                    return (new JsonObject { ["process"] = process.Key, ["outcome"] = "Submit", ["form"] = first }, null);
                case var _ when Registers.TryGetValue(operation, out var schemas):
                    return (new JsonObject { ["form"] = Filled(Pick([.. schemas]), isWell), ["version"] = Random.Next(1, 3) }, null);
                default:
                    var tasks = (JsonArray)JsonNode.Parse(await client.GetStringAsync("tasks?pageSize=20"))!["items"]!;
                    if (tasks.Count == 0)
                    {
                        return (new JsonObject { ["outcome"] = "Submit", ["form"] = new JsonObject() }, null);
                    }

                    var task = Pick([.. tasks])!;
                    var open = (JsonNode.Parse(await client.GetStringAsync($"cases/{task["caseId"]}"))!["open"] as JsonArray ?? [])
                        .FirstOrDefault(t => (string?)t!["id"] == (string?)task["id"]);
                    var action = open?["actions"] is JsonArray { Count: > 0 } actions ? Pick([.. actions]) : null;
                    var form = (string?)action?["form"] ?? (string?)open?["formKey"];
                    return (new JsonObject
                    {
                        ["outcome"] = (string?)action?["key"] ?? "Submit",
                        ["comment"] = "Đề nghị ghi rõ thành phần làm việc",
                        ["form"] = form is not null && Forms.TryGetValue(form, out var schema) ? Filled(schema, isWell) : new JsonObject(),
                    }, (string?)task["id"]);
            }
        }

        private JsonObject Filled(FormSchema schema, bool isWell) => Level(schema.Fields, isWell);

        private JsonObject Level(IEnumerable<FormField> fields, bool isWell)
        {
            var level = new JsonObject();
            foreach (var field in fields.Where(f => f.Required || Random.Next(3) > 0))
            {
                level[field.Name] = isWell || Random.Next(4) > 0 ? Value(field, isWell) : Anything();
            }

            return level;
        }

        private JsonNode? Value(FormField field, bool isWell)
        {
            JsonNode One(FormField f) => f.Kind switch
            {
                FieldKind.Secrecy => new JsonObject { ["containsStateSecret"] = Random.Next(12) == 0 },
                FieldKind.Section or FieldKind.Rows => Level(f.Items, isWell),
                FieldKind.YesNo => Random.Next(2) == 0,
                FieldKind.Integer or FieldKind.Item => Random.Next(-1, 40),
                FieldKind.Date =>
                    TestClock.Today.AddDays(Random.Next(-40, 40)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                FieldKind.DateTime =>
                    TestClock.Now.AddHours(Random.Next(-400, 400))
                        .ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                FieldKind.Time => "08:30:00",
                FieldKind.Person or FieldKind.People => Pick(["S11", "S31", "S33", "L4", "L1"]),
                FieldKind.Area or FieldKind.Areas => Pick(["A017", "A018", "A020"]),
                FieldKind.Group or FieldKind.Groups => "N03",
                FieldKind.WorkDomain or FieldKind.WorkDomains => Pick([.. Portal.Domain.Areas.WorkDomains.All]),
                FieldKind.Files or FieldKind.Cases or FieldKind.Source => Guid.NewGuid().ToString(),
                FieldKind.Clause => "Đ7.A.5",
                _ when f.Options.Count > 0 => Pick([.. f.Options]),
                _ => "Nắm tình hình thực hiện nhiệm vụ",
            };
            if (!field.IsList)
            {
                return One(field);
            }

            return new JsonArray([.. Enumerable.Range(0, Random.Next(1, 3)).Select(_ => (JsonNode?)One(field))]);
        }

        private JsonNode? Anything() => Random.Next(10) switch
        {
            0 => null,
            1 => Random.Next(2) == 0,
            2 => Pick([0, -1, int.MaxValue, int.MinValue, 1.5, 1e300]),
            3 => new JsonArray(),
            4 => new JsonObject(),
            5 => new JsonArray([.. Enumerable.Range(0, Random.Next(3000)).Select(i => (JsonNode?)i)]),
            6 => new JsonArray(null, new JsonArray(), new JsonObject { ["secrecy"] = "x" }),
            7 => new JsonObject { ["containsStateSecret"] = Pick(Texts), ["stub"] = new JsonArray() },
            _ => Pick(Texts),
        };

        // A body that was well made, spoilt in one way.
        private byte[] Spoilt(JsonObject body)
        {
            var text = body.ToJsonString();
            var bytes = Encoding.UTF8.GetBytes(text);
            switch (Random.Next(12))
            {
                case 0:
                    return bytes[..Random.Next(bytes.Length)];
                case 1:
                    bytes[Random.Next(bytes.Length)] = (byte)Random.Next(256);
                    return bytes;
                case 2:
                    return Encoding.UTF8.GetBytes(text.Insert(1, "\"form\":{},"));
                case 3:
                    return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", Random.Next(2000))));
                case 4:
                    return Encoding.Unicode.GetBytes(text);
                case 5:
                    body["form"] = Anything();
                    break;
                case 6:
                    body["extra"] = Anything();
                    break;
                case 7:
                    body["version"] = Anything();
                    break;
                case 8:
                    body[Pick(["outcome", "process", "comment", "userName", "password", "code"])] = Anything();
                    break;
                case 9:
                    body["unbekannt"] = Anything();
                    break;
                default:
                    if (body["form"] is JsonObject { Count: > 0 } form)
                    {
                        form[Pick([.. form.Select(f => f.Key)])] = Anything();
                    }

                    break;
            }

            return JsonSerializer.SerializeToUtf8Bytes(body);
        }

        private T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];
    }
}
