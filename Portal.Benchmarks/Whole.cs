using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Setup;
using Portal.Workflows.Runtime;

namespace Portal.Benchmarks;

/// <summary>The portal's own composition over a database file of its own.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _isKept;

    private BenchPortal(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public PortalOperations Operations => _app.Services.GetRequiredService<PortalOperations>();

    public CaseActs Acts => _app.Services.GetRequiredService<CaseActs>();

    public TaskQueries Tasks => _app.Services.GetRequiredService<TaskQueries>();

    /// <param name="kept">A folder that is kept; by default one that goes with the portal.</param>
    public static async Task<BenchPortal> CreateAsync(string? kept = null)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = folder
        });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = folder,
            ["Demo:Activity"] = "false",
            ["Demo:Password"] = "LamGiang2026"
        });
        builder.AddPortal();
        var app = builder.Build();
        await Startup.PrepareAsync(app.Services);
        return new BenchPortal(app, folder) { _isKept = kept is not null };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_isKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

/// <summary>
/// Completed steps a second through the whole use case: rights, form, aggregate, runner, tasks, audit, one durable commit.
/// Beside it the limit: bare SQLite transactions of about the same rows on the same disk in the same run.
/// </summary>
internal static class StepThroughput
{
    public static async Task MeasureAsync()
    {
        await using var portal = await BenchPortal.CreateAsync();
        foreach (var workers in new[] { 1, 2 })
        {
            await RunAsync(portal, workers, TimeSpan.FromSeconds(15));
            var (steps, elapsed) = await RunAsync(portal, workers, TimeSpan.FromSeconds(10));
            Console.WriteLine($"steps: {steps / elapsed.TotalSeconds:N0} completed steps/s with {workers} worker(s) ({steps:N0} in {elapsed.TotalSeconds:N1} s)");
        }

        Console.WriteLine(
            $"limit: {Bare(portal.Folder, TimeSpan.FromSeconds(5)):N0} bare SQLite transactions/s of ten rows (WAL, synchronous=FULL)");
    }

    private static async Task<(long Steps, TimeSpan Elapsed)> RunAsync(BenchPortal portal, int workers, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            long steps = 0;
            while (watch.Elapsed < time)
            {
                steps += await OneCaseAsync(portal);
            }

            return steps;
        })));
        return (counts.Sum(), watch.Elapsed);
    }

    // A leader task of eight steps: assigned, accepted, reported, returned, reported, accepted.
    private static async Task<int> OneCaseAsync(BenchPortal portal)
    {
        var (leader, member) = (new Actor("L4", "L4"), new Actor("S31", "S31"));
        var receipt = Must(await portal.Acts.StartAsync(leader, "leader-task",
            new Submission("Submit",
                FormInput.ToJson(new LeaderTaskInput { Secrecy = SecrecyGate.No, Content = "Khảo sát chi bộ ghép", AssigneeId = "S31" }))));
        receipt = Must(await portal.Acts.CompleteAsync(member, receipt.Waiting[0].TaskId, new Submission("Accept", [])));
        for (var i = 0; i < 2; i++)
        {
            receipt = Must(await portal.Acts.CompleteAsync(member, receipt.Waiting[0].TaskId,
                new Submission(
                    "Report", FormInput.ToJson(new LeaderTaskReportInput { Secrecy = SecrecyGate.No, Report = "Đã khảo sát" }))));
            receipt = Must(await portal.Acts.CompleteAsync(leader, receipt.Waiting[0].TaskId, i == 0
                ? new Submission(
                    "Return", FormInput.ToJson(new TaskReasonInput { Secrecy = SecrecyGate.No, Reason = "Bổ sung danh sách chi bộ" }))
                : new Submission("AcceptReport", [])));
        }

        return 6;
    }

    private static Receipt Must(Domain.Common.Result<Receipt> result) =>
        result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Refusal.ToString());

    private static double Bare(string folder, TimeSpan time)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")}");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t(b) VALUES ($b)";
        insert.Parameters.AddWithValue("$b", new string('x', 300));
        var watch = Stopwatch.StartNew();
        long count = 0;
        while (watch.Elapsed < time)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < 10; i++)
            {
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>The inbox of a leader with 400 open tasks among a million cases.</summary>
internal static class InboxLatency
{
    private const int OpenOfLeader = 400;

    public static async Task MeasureAsync(int cases)
    {
        await using var portal = await BenchPortal.CreateAsync();
        var watch = Stopwatch.StartNew();
        Fill(Path.Combine(portal.Folder, "portal.db"), cases);
        Console.WriteLine($"inbox: {cases:N0} cases made in {watch.Elapsed.TotalSeconds:N0} s");
        var leader = new Actor("L4", "L4");
        foreach (var (name, filter) in new (string, TaskFilter)[]
        {
            ("first page", new TaskFilter()), ("tenth page", new TaskFilter { Page = 9 }),
            ("search", new TaskFilter { Search = "báu nổi 7" }), ("overdue", new TaskFilter { Due = DueFilter.Overdue }),
        })
        {
            var times = new List<double>();
            for (var i = 0; i < 220; i++)
            {
                var one = Stopwatch.StartNew();
                var page = await portal.Tasks.InboxAsync(leader, filter);
                if (i >= 20)
                {
                    times.Add(one.Elapsed.TotalMilliseconds);
                }

                if (page.Total > OpenOfLeader + 10)
                {
                    throw new InvalidOperationException("More tasks than the leader has.");
                }
            }

            times.Sort();
            Console.WriteLine($"inbox: {name}: p50 {times[times.Count / 2]:N1} ms, p95 {times[(int)(times.Count * .95)]:N1} ms");
        }
    }

    private static void Fill(string file, int cases)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;";
            pragma.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {cases})
            INSERT INTO Cases (Id, ProcessKey, Number, Title, SearchText, GroupId, InitiatorId, State, Status, Sensitivity, HasIncident, CreatedAt, UpdatedAt, EndedAt, Version)
            SELECT printf('%08X-0000-7000-8000-000000000000', i), 'field-trip', 'CT-2026/' || i, 'Đi báo việc: Xã Bàu Nổi ' || i, 'ct-2026/' || i || ' di bao viec: xa bau noi', 'N' || printf('%02d', 1 + i % 12), 'S31',
              CASE WHEN i % {Math.Max(1, cases / OpenOfLeader)} = 0 THEN 'Open' ELSE 'Closed' END, 'Closed', 'Normal', 0, '2025-01-01 00:00:00', '2026-01-01 00:00:00', NULL, 1 FROM n;
            INSERT INTO UserTasks (Id, CaseId, WaitId, StepId, Title, ProcessKey, CaseNumber, CaseTitle, GroupId, AreaNames, SearchText, Sensitivity, SpecJson, CreatedAt, DueAt, State, Round, IsOptional, Version)
            SELECT Id, Id, 1, 'review', 'Xem báo việc', ProcessKey, Number, Title, GroupId, 'Xã Bàu Nổi', SearchText, 'Normal', '', CreatedAt, '2026-11-' || printf('%02d', 1 + abs(random()) % 28) || ' 10:00:00',
              CASE State WHEN 'Open' THEN 'Open' ELSE 'Completed' END, 1, 0, 1 FROM Cases;
            INSERT INTO Assignees (TaskId, PersonId, IsOptional, IsOpen, DueAt)
            SELECT Id, 'L4', 0, CASE State WHEN 'Open' THEN 1 ELSE 0 END, DueAt FROM UserTasks;
            """;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}

/// <summary>From the start of the process to a served sign-in page, on a database that is there.</summary>
internal static class ColdStart
{
    public static async Task MeasureAsync(string? folder)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "Portal.Web.dll")))
        {
            Console.WriteLine("start: name the folder of the published portal (dotnet publish Portal.Web -c Release -o <folder>)");
            return;
        }

        var data = Directory.CreateTempSubdirectory("portal-start-").FullName;
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet",
                [Path.Combine(folder, "Portal.Web.dll"), $"--Data:Path={data}", "--Urls=http://127.0.0.1:5987",
                    "--Demo:Activity=false"])
            { RedirectStandardOutput = true })!;
            using var client = new HttpClient();
            while (true)
            {
                try
                {
                    if ((await client.GetStringAsync(new Uri("http://127.0.0.1:5987/dang-nhap")))
                        .Contains("Đăng nhập", StringComparison.Ordinal))
                    {
                        break;
                    }
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(10);
                }
            }

            if (i > 0)
            {
                times.Add(watch.Elapsed.TotalSeconds);
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        Console.WriteLine($"start: sign-in page served after {string.Join(", ", times.Select(t => t.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))} s (median {times.Order().ElementAt(times.Count / 2):0.00} s)");
        Directory.Delete(data, recursive: true);
    }
}
