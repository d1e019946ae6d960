using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Monitoring;
using Portal.Web.Operations.Administration;
using Portal.Web.Setup;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Web;

/// <summary>What the portal says of itself: figures, health and logs that mean something and name nobody.</summary>
public class MonitoringTests
{
    private const string Canary = "Nội dung chỉ người trong hồ sơ được biết";

    [Fact]
    public async Task Steps_are_measured_with_their_result_and_open_tasks_are_counted()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (steps, gauges) = (new List<(string Act, string Result)>(), new Dictionary<string, double>());
        var metrics = portal.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == PortalMetrics.Name && instrument.Meter.Scope == metrics)
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(t => t.Key, t => t.Value?.ToString() ?? "");
            if (instrument.Name == "portal.step.duration")
            {
                Assert.InRange(value, 0, 60);
                steps.Add((named["portal.act"], named["portal.result"]));
            }
            else
            {
                gauges[instrument.Name] = value;
            }
        });
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => gauges[instrument.Name] = value);
        listener.Start();

        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        await portal.StartAsync("field-trip", "S10", Trips.Notice());
        Assert.Equal([("start", "done"), ("complete", "done")], steps.Take(2));
        Assert.Equal("start", steps[2].Act);
        Assert.NotEqual("done", steps[2].Result);

        await portal.TickAsync();
        var open = await portal.ReadAsync(db => db.UserTasks.CountAsync(t => t.State == UserTaskState.Open));
        listener.RecordObservableInstruments();
        Assert.Equal(
            (open, 0, 0), ((int)gauges["portal.tasks.open"], (int)gauges["portal.tasks.overdue"], (int)gauges["portal.time_keeper.age"]));
        portal.GoTo(Trips.Returns.AddDays(60));
        listener.RecordObservableInstruments();
        Assert.True(gauges["portal.time_keeper.age"] > 86_400);
        await portal.TickAsync();
        listener.RecordObservableInstruments();
        Assert.True(gauges["portal.tasks.overdue"] > 0);
    }

    [Fact]
    public async Task Health_turns_when_time_stands_still_backups_grow_old_the_disk_fills_or_the_end_is_near()
    {
        await using var portal = await TestPortal.CreateAsync();
        async Task<string> Bad() =>
            string.Join(' ',
                (await portal.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync())
                    .Entries
                    .Where(e => e.Value.Status != HealthStatus.Healthy)
                    .Select(e => $"{e.Key}:{e.Value.Status}")
                    .Order(StringComparer.Ordinal));
        await portal.TickAsync();
        Assert.Equal("", await Bad());
        portal.Clock.Advance(TimeIsKept.Limit + TimeSpan.FromSeconds(1));
        Assert.Equal("timers:Unhealthy", await Bad());
        await portal.TickAsync();
        Assert.Equal("", await Bad());
        Assert.Equal(
            [HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Unhealthy],
            new[] { DiskSpace.Low, DiskSpace.Low - 1, DiskSpace.TooLow - 1 }.Select(f => DiskSpace.Of(f).Status));

        var backups = portal.Services.GetRequiredService<Backups>();
        var recent = new BackupIsRecent(backups, Microsoft.Extensions.Options.Options.Create(new BackupOptions()), portal.Clock);
        async Task<HealthStatus> Backup() => (await recent.CheckHealthAsync(new())).Status;
        Assert.Equal(HealthStatus.Healthy, await Backup());
        portal.Clock.Advance(TimeSpan.FromDays(2.1));
        Assert.Equal(HealthStatus.Degraded, await Backup());
        Assert.True((await backups.MakeAsync(portal.Person("S06"))).IsSuccess);
        Assert.Equal(HealthStatus.Healthy, await Backup());
        portal.Clock.Advance(TimeSpan.FromDays(2.1));
        Assert.Equal(HealthStatus.Degraded, await Backup());

        await portal.TickAsync();
        await portal.Services.GetRequiredService<ShutdownNotice>().StoppingAsync(CancellationToken.None);
        Assert.Equal("serving:Unhealthy", await Bad());
    }

    [Fact]
    public async Task Before_the_end_each_page_does_its_own_and_none_can_hold_it_up()
    {
        await using var portal = await TestPortal.CreateAsync();
        var drain = portal.Services.GetRequiredService<ShutdownNotice>();
        var saved = 0;
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var good = drain.Register(() =>
        {
            saved++;
            kept.SetResult();
            return Task.CompletedTask;
        });
        drain.Register(() => Task.FromResult(saved++)).Dispose();
        using var broken = drain.Register(() => throw new InvalidOperationException());
        using var stuck = drain.Register(() => new TaskCompletionSource().Task);
        var ending = drain.StoppingAsync(CancellationToken.None);
        Assert.True(drain.IsShuttingDown);
        await kept.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(ending.IsCompleted);
        while (!ending.IsCompleted)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await ending;
        Assert.Equal(1, saved);
    }

    [Fact]
    public async Task Logs_hold_neither_content_nor_names_however_much_is_logged()
    {
        var lines = new Lines();
        await using var portal = await TestPortal.CreateAsync();
        var logs = portal.Services.GetRequiredService<ILoggerFactory>();
        logs.AddProvider(lines);
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = Canary })).Value.CaseId;
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(Canary));
        await portal.Acts.CommentAsync(portal.Person(Trips.Lead), id, new Remark(Canary, HoldsNoSecret: true));
        await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = new string('x', 9999) + Canary });
        await portal.Cases.FindAsync(portal.Person(Trips.Head), id);
        await portal.TickAsync();
        Assert.NotEmpty(lines.Said);
        var names = (await portal.Operations.ContextAsync(portal.Person(Trips.Head))).Directory.Data.Staff.Select(s => s.FullName).ToList();
        Assert.DoesNotContain(
            lines.Said, l => l.Contains(Canary, StringComparison.Ordinal) || names.Exists(n => l.Contains(n, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_collector_gets_traces_and_metrics_without_content_or_secrets()
    {
        Skip.If(OperatingSystem.IsWindows());
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = WebApplication.CreateSlimBuilder().Into(b =>
        {
            b.Logging.ClearProviders();
            b.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        });
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, body.ToArray()));
            http.Response.ContentType = "application/grpc";
            http.Response.AppendTrailer("grpc-status", "0");
            await http.Response.Body.WriteAsync(new byte[5]);
        });
        await collector.StartAsync();
        var portal = await PortalProcess.WithAsync(
            "--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", $"--Telemetry:OtlpEndpoint={collector.Urls.First()}");
        try
        {
            var member = await portal.ApiAsync("quy.pc");
            var started = await member.PostAsJsonAsync("cases",
                new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead() with { Purpose = Canary }) });
            Assert.Equal(HttpStatusCode.Created, started.StatusCode);
            await member.GetAsync("cases?search=bimatquasearch");
            await member.GetAsync($"{portal.Address}/lich/bimatcualich.ics");
            await member.GetAsync($"{portal.Address}/LICH/bimatcualich.ics");
            var health = (await member.GetFromJsonAsync<JsonObject>($"{portal.Address}/health/ready"))!;
            Assert.Equal(["backup", "database", "disk", "serving", "timers"],
                health["checks"]!.AsObject().Select(c => c.Key).Order(StringComparer.Ordinal));
            Assert.Equal("Healthy", (string?)health["checks"]!["database"]);
            Assert.Equal(0, await portal.StopAsync());
        }
        finally
        {
            await portal.DisposeAsync();
        }

        // What was gathered is sent before the end.
        var all = received.Select(r => (r.Path, Text: Encoding.UTF8.GetString(r.Body))).ToList();
        Assert.Contains(all,
            r =>
                r.Path.Contains("MetricsService", StringComparison.Ordinal)
                    && r.Text.Contains("portal.step.duration", StringComparison.Ordinal)
                    && r.Text.Contains("portal.tasks.open", StringComparison.Ordinal));
        Assert.Contains(all,
            r =>
                r.Path.Contains("TraceService", StringComparison.Ordinal) && r.Text.Contains("step start", StringComparison.Ordinal)
                    && r.Text.Contains("api/v1/cases", StringComparison.Ordinal));
        Assert.DoesNotContain(all,
            r =>
                r.Text.Contains(Canary, StringComparison.Ordinal) || r.Text.Contains("bimat", StringComparison.Ordinal)
                    || r.Text.Contains(PortalProcess.Password, StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Said.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

file static class WebApplications
{
    public static WebApplication Into(this WebApplicationBuilder builder, Action<WebApplicationBuilder> configure)
    {
        configure(builder);
        return builder.Build();
    }
}
