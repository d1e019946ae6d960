using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.Organisation;
using Portal.Web.Setup;
using Portal.Workflows.Runtime;

namespace Portal.Benchmarks;

/// <summary>
/// How long people wait while another program holds the database: each write is answered, kept or told that it was not, within the limit.
/// Beside it the same writes with nobody holding it.
/// </summary>
internal static class HeldFile
{
    /// <summary>Seconds within which each write is answered.</summary>
    private const double Limit = 5;

    private static readonly TimeSpan Held = TimeSpan.FromSeconds(20);

    public static async Task<bool> MeasureAsync()
    {
        await using var portal = await BenchPortal.CreateAsync();
        Say("free", 8, await WriteAsync(portal, 8));
        await using var other = new SqliteConnection(
            $"Data Source={portal.Services.GetRequiredService<IOptions<DataOptions>>().Value.DatabaseFile};Pooling=False");
        await other.OpenAsync();
        var isFast = true;
        foreach (var count in new[] { 1, 8 })
        {
            await ExecuteAsync(other, "BEGIN IMMEDIATE");
            var released = ReleaseAsync(other);
            var waited = await WriteAsync(portal, count);
            isFast &= waited.TrueForAll(w => w.Seconds <= Limit);
            Say("held", count, waited);
            await released;
        }

        Say("free again", 8, await WriteAsync(portal, 8));
        Console.WriteLine($"limit: {Limit:N1} s for each, held for {Held.TotalSeconds:N0} s: {(isFast ? "kept" : "NOT KEPT")}");
        return isFast;
    }

    private static async Task ReleaseAsync(SqliteConnection other)
    {
        await Task.Delay(Held);
        await ExecuteAsync(other, "ROLLBACK");
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(double Seconds, string Answer)>> WriteAsync(BenchPortal portal, int count) =>
        [.. await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            var started = await portal.Acts.StartAsync(
                new Actor("L4", "L4"), "leader-task",
                new Submission("Submit", FormInput.ToJson(
                    new LeaderTaskInput { Secrecy = SecrecyGate.No, Content = "Khảo sát chi bộ ghép", AssigneeId = "S31" })));
            return (watch.Elapsed.TotalSeconds, started.IsSuccess ? "kept" : started.Refusal.Code);
        })))];

    private static void Say(string what, int count, List<(double Seconds, string Answer)> waited) => Console.WriteLine(
        $"{what}, {count} at once: slowest {waited.Max(w => w.Seconds):N2} s, "
        + string.Join(", ", waited.CountBy(w => w.Answer).Select(a => $"{a.Value} × {a.Key}")));
}
