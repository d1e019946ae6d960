using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Persistence;
using Portal.Web.Security;
using Portal.Workflows.Runtime;

namespace Portal.Benchmarks.Load;

/// <summary>
/// Many people signed in on the inbox of 25 rows, some of them acting as people do: open a step, filter, accept a task, report on it.
/// The published portal runs as a process of its own on the same machine; so the harness' own work is in the times too.
/// </summary>
internal static class LoadTest
{
    private const string Password = "LamGiang2026";
    private const int RowsEach = 25;

    private static readonly Dictionary<string, string> Scripts =
        new() { ["portal.isWide"] = "true", ["portal.keys"] = """{"__jsObjectId":1}""" };

    public static async Task MeasureAsync(string? folder, int people, int acting, double minutes)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "Portal.Web.dll")))
        {
            Console.WriteLine("load: name the folder of the published portal (dotnet publish Portal.Web -c Release -o <folder>)");
            return;
        }

        var empty = await EmptyPageAsync(200);
        Console.WriteLine($"load: an empty Blazor page: {empty / 1024:N0} KB alive per circuit");
        var data = Directory.CreateTempSubdirectory("portal-load-").FullName;
        try
        {
            await PrepareAsync(data, people, acting, minutes);
            await using var portal = await ServerProcess.StartAsync(
                Path.Combine(folder, "Portal.Web.dll"), $"--Data:Path={data}", "--Urls=http://127.0.0.1:{port}", "--Demo:Activity=false",
                "--Security:SignInsPerMinute=100000", "--Security:ApiCallsPerSecond=100000", "--Logging:LogLevel:Default=Warning");
            await RunAsync(portal, people, acting, minutes);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<double> EmptyPageAsync(int circuits)
    {
        await using var server = await ServerProcess.StartAsync(typeof(LoadTest).Assembly.Location, "empty-page", "{port}");
        var browsers = new List<HeadlessBrowser>();
        await OpenAsync(20);
        var before = await server.LiveBytesAsync();
        await OpenAsync(circuits);
        var each = (await server.LiveBytesAsync() - before) / circuits;
        foreach (var browser in browsers)
        {
            await browser.DisposeAsync();
        }

        return each;

        async Task OpenAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                browsers.Add(new HeadlessBrowser(server.Address));
                await browsers[^1].OpenAsync("/", s => s.Root.Inner() == "x");
            }
        }
    }

    /// <summary>
    /// The demo organisation, grown to that many people in its twelve groups, each with 25 tasks of the head waiting; those who will act
    /// have as many more as they may finish in the time.
    /// </summary>
    private static async Task PrepareAsync(string data, int people, int acting, double minutes)
    {
        var watch = Stopwatch.StartNew();
        await using var portal = await BenchPortal.CreateAsync(data);
        await AddPeopleAsync(portal, people);
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        await GiveTasksAsync(portal, people, acting, more: acting * (int)Math.Ceiling(minutes * 1.5));
        Console.WriteLine($"load: {people} people with {RowsEach} waiting tasks each made in {watch.Elapsed.TotalSeconds:N0} s");
    }

    private static async Task AddPeopleAsync(BenchPortal portal, int people)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var hash = (await db.Users.FirstAsync(u => u.PersonId == "S31")).PasswordHash;
        var decision = (await db.Memberships.FirstAsync(m => m.PersonId == "S31")).DecisionId;
        var from = new DateOnly(2025, 1, 1);
        for (var i = 1; i <= people; i++)
        {
            var id = Person(i);
            db.Staff.Add(new StaffMember
            {
                Id = id,
                FullName = $"Nguyễn Văn Tải {i}",
                Position = "Chuyên viên",
                DepartmentId = "TCDV",
                ValidFrom = from
            });
            db.RoleGrants.Add(new RoleGrant { PersonId = id, Role = Role.DepartmentStaff, ValidFrom = from });
            db.Memberships.Add(new GroupMembership
            {
                GroupId = $"N{1 + (i % 12):00}",
                PersonId = id,
                DecisionId = decision,
                ValidFrom = from
            });
            db.Users.Add(new UserAccount
            {
                UserName = Login(i),
                NormalizedUserName = Login(i).ToUpperInvariant(),
                PersonId = id,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
                ConfidentialityYear = portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year,
            });
        }

        await db.SaveChangesAsync();
    }

    /// <param name="portal">Where the people are.</param>
    /// <param name="people">How many they are.</param>
    /// <param name="acting">How many of them will act.</param>
    /// <param name="more">Tasks for those who act, beside the ones that everybody has.</param>
    private static async Task GiveTasksAsync(BenchPortal portal, int people, int acting, int more)
    {
        var head = new Actor("L1", "L1");
        var two = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        await Parallel.ForEachAsync(Enumerable.Range(0, (people * RowsEach) + more), two, async (i, cancellation) =>
        {
            var task = new LeaderTaskInput
            {
                Secrecy = SecrecyGate.No,
                Content = $"Khảo sát chi bộ ghép {i}",
                AssigneeId = Person(1 + (i < people * RowsEach ? i % people : i % acting))
            };
            var started = await portal.Acts.StartAsync(
                head, "leader-task", new Submission("Submit", FormInput.ToJson(task)), cancellation: cancellation);
            if (!started.IsSuccess)
            {
                throw new InvalidOperationException(started.Refusal.ToString());
            }
        });
    }

    private static async Task RunAsync(ServerProcess portal, int people, int acting, double minutes)
    {
        // The first half have been there before, so that what is loaded once for all is not counted with the circuits.
        var watch = Stopwatch.StartNew();
        var browsers = new ConcurrentDictionary<int, HeadlessBrowser>();
        Task ComeAsync(IEnumerable<int> who) => Parallel.ForEachAsync(who, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (i, _) => browsers[i] = await OpenInboxAsync(portal.Address, i));
        var half = people / 2;
        await ComeAsync(Enumerable.Range(1, half));
        var (alive, resident) = (await portal.LiveBytesAsync(), portal.ResidentBytes);
        await ComeAsync(Enumerable.Range(half + 1, people - half));
        Console.WriteLine($"load: {people} people signed in and on the inbox after {watch.Elapsed.TotalSeconds:N0} s");
        var open = await portal.LiveBytesAsync();
        Console.WriteLine(
            $"load: inbox of {RowsEach} rows, idle: {(open - alive) / (people - half) / 1024:N0} KB alive per circuit; "
            + $"resident {resident / 1048576:N0} MB with half of them, {portal.ResidentBytes / 1048576:N0} MB with all "
            + $"({(portal.ResidentBytes - resident) / (people - half) / 1024:N0} KB each); "
            + $"{browsers.Values.Average(b => b.Received) / 1024:N0} KB of screen sent to each");

        portal.CoresBusy();
        using var end = new CancellationTokenSource();
        var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        var work = Enumerable.Range(1, acting)
            .Select(i => Task.Run(() => WorkAsync(browsers[i], new Random(i), times, end.Token)))
            .ToList();
        var staying = Task.Run(() => StayAsync(browsers.Values, end.Token));
        var rounds = Math.Max(1, (int)Math.Ceiling(minutes / 5));
        for (var round = 1; round <= rounds; round++)
        {
            await Task.Delay(TimeSpan.FromMinutes(minutes / rounds));
            Report($"minute {round * minutes / rounds:N0}", times, portal.CoresBusy());
            Console.WriteLine(
                $"load:   {await portal.LiveBytesAsync() / 1048576:N0} MB alive, {portal.ResidentBytes / 1048576:N0} MB resident; "
                + $"{browsers.Values.Count(b => b.Fault is not null)} circuits lost");
            times.Clear();
        }

        await end.CancelAsync();
        await Task.WhenAll([.. work, staying]);
        await StepsByApiAsync(portal.Address, people, acting);
        foreach (var browser in browsers.Values)
        {
            await browser.DisposeAsync();
        }
    }

    private static async Task<HeadlessBrowser> OpenInboxAsync(Uri address, int person)
    {
        var browser = new HeadlessBrowser(address, Scripts);
        await browser.SignInAsync(Login(person), Password);
        await browser.OpenAsync("/viec", s => Rows(s).Count == RowsEach && s.ById("shortcuts") is not null);
        return browser;
    }

    /// <summary>
    /// A person at work, with a pause of 2 to 8 seconds between two clicks: looks at three steps, filters and unfilters, accepts a task,
    /// reports on it (which leaves the inbox), and begins anew.
    /// </summary>
    private static async Task WorkAsync(
        HeadlessBrowser browser, Random random, ConcurrentDictionary<string, ConcurrentBag<double>> times, CancellationToken end)
    {
        var screen = browser.Screen;
        try
        {
            while (!end.IsCancellationRequested)
            {
                for (var i = 0; i < 3; i++)
                {
                    var rows = Rows(screen);
                    var row = rows[random.Next(rows.Count)];
                    await DoAsync(
                        "open a step", () => browser.ClickAsync(row, s => row.Parent!["class"] == "chosen" && Panel(s) is not null));
                }

                await DoAsync("filter",
                    () =>
                        browser.ClickAsync(screen.Find(n => n["id"] == "han-Overdue")!,
                            s => s.ById("total")!.Inner().StartsWith("0 ", StringComparison.Ordinal) || Rows(s).Count == 0));
                await DoAsync("filter off", () => browser.ClickAsync(screen.Find(n => n["id"] == "han-Any")!, s => Rows(s).Count > 0));
                var row1 = Rows(screen)[0];
                await DoAsync(
                    "open a step", () => browser.ClickAsync(row1, s => row1.Parent!["class"] == "chosen" && Panel(s) is not null));
                if (screen.ById("action-Accept") is { } accept)
                {
                    await DoAsync("accept", () => browser.ClickAsync(accept, s => s.ById("action-Accept") != accept));
                }
                else if (screen.Find(n => n["name"] == "secrecy" && n["value"] == "false") is { } no)
                {
                    await DoAsync("answer a question", () => browser.ChangeAsync(no, "false", _ => no["checked"] is not null));
                    await DoAsync("write a report",
                        () => browser.ChangeAsync(screen.Find(n => n["id"] == "report")!, "Đã khảo sát, có 12 chi bộ ghép.", _ => true));
                    await DoAsync("go on to the check page",
                        () => browser.ClickAsync(screen.ById("next")!, s => s.ById("action-Report") is not null));
                    await DoAsync(
                        "send a report", () => browser.ClickAsync(screen.ById("action-Report")!, s => s.ById("action-Report") is null));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }

        async Task DoAsync(string what, Func<Task<TimeSpan>> act)
        {
            await Task.Delay(random.Next(2000, 8000), end);
            times.GetOrAdd(what, _ => []).Add((await act()).TotalMilliseconds);
        }
    }

    // Everybody is there for the whole time: a session nobody works in would end.
    private static async Task StayAsync(ICollection<HeadlessBrowser> browsers, CancellationToken end)
    {
        using var every = new PeriodicTimer(TimeSpan.FromMinutes(5));
        try
        {
            while (await every.WaitForNextTickAsync(end))
            {
                await Parallel.ForEachAsync(browsers, end, async (browser, _) => await browser.StayAsync());
            }
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }
    }

    private static void Report(string when, ConcurrentDictionary<string, ConcurrentBag<double>> times, double cores)
    {
        var all = times.Values.SelectMany(t => t).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"load: {when}: {all.Count} clicks, from click to changed screen "
            + $"p50 {At(all, .5):N0} ms, p95 {At(all, .95):N0} ms, p99 {At(all, .99):N0} ms; server busy on {cores:N2} cores"));
        foreach (var (what, some) in times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sorted = some.Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"load:   {what}: {sorted.Count}, p50 {At(sorted, .5):N0} ms, p95 {At(sorted, .95):N0} ms"));
        }
    }

    private static double At(List<double> sorted, double part) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    private static async Task StepsByApiAsync(Uri address, int people, int acting)
    {
        // Those who did not act have their tasks still. Signing in is made slow on purpose and is not counted.
        var waiting = new ConcurrentQueue<(HttpClient Client, string TaskId)>();
        var two = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        await Parallel.ForEachAsync(Enumerable.Range(acting + 1, people - acting), two, async (person, cancellation) =>
        {
            var client = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
            using var token = await client.PostAsJsonAsync(
                new Uri("token", UriKind.Relative), new { userName = Login(person), password = Password }, cancellation);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", (string)(await token.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["accessToken"]!);
            foreach (var task in (await client.GetFromJsonAsync<JsonObject>(
                new Uri("tasks?pageSize=25", UriKind.Relative), cancellation))!["items"]!.AsArray())
            {
                waiting.Enqueue((client, (string)task!["id"]!));
            }
        });
        var (watch, steps, all) = (Stopwatch.StartNew(), 0, waiting.Count);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(15) && waiting.TryDequeue(out var next))
            {
                using var answer = await next.Client.PostAsJsonAsync(
                    new Uri($"tasks/{next.TaskId}/complete", UriKind.Relative), new { outcome = "Accept", form = new { } });
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref steps);
            }
        })));
        Console.WriteLine(
            $"load: {steps / watch.Elapsed.TotalSeconds:N0} steps/s completed by API "
            + $"({steps} of {all} in {watch.Elapsed.TotalSeconds:N1} s, eight callers, {people} circuits open)");
    }

    private static List<Node> Rows(Screen screen) => [.. screen.Root.All().Where(n => n["data-testid"] == "task-row")];

    private static Node? Panel(Screen screen) => screen.ById("task-panel");

    private static string Person(int i) => $"X{i:000}";

    private static string Login(int i) => $"tai.nv{i}";
}
