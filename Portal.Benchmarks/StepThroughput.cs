using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.Organisation;
using Portal.Workflows.Runtime;

namespace Portal.Benchmarks;

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
            var (allocated, busy) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
            var (steps, elapsed) = await RunAsync(portal, workers, TimeSpan.FromSeconds(10));
            (allocated, busy) = (GC.GetTotalAllocatedBytes() - allocated, Environment.CpuUsage.TotalTime - busy);
            Console.WriteLine(
                $"steps: {steps / elapsed.TotalSeconds:N0} completed steps/s with {workers} worker(s) "
                + $"({steps:N0} in {elapsed.TotalSeconds:N1} s; {allocated / steps / 1024:N0} KB and "
                + $"{busy.TotalMilliseconds / steps:N2} ms of processor a step)");
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
