using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Tasks;

namespace Portal.Benchmarks;

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
            INSERT INTO Cases (Id, ProcessKey, Number, Title, SearchText, GroupId, InitiatorId,
              State, Status, Sensitivity, HasIncident, CreatedAt, UpdatedAt, EndedAt, Version)
            SELECT printf('%08X-0000-7000-8000-000000000000', i), 'field-trip', 'CT-2026/' || i, 'Đi báo việc: Xã Bàu Nổi ' || i,
              'ct-2026/' || i || ' di bao viec: xa bau noi', 'N' || printf('%02d', 1 + i % 12), 'S31',
              CASE WHEN i % {Math.Max(1, cases / OpenOfLeader)} = 0 THEN 'Open' ELSE 'Closed' END, 'Closed', 'Normal', 0,
              '2025-01-01 00:00:00', '2026-01-01 00:00:00', NULL, 1 FROM n;
            INSERT INTO UserTasks (Id, CaseId, WaitId, StepId, Title, ProcessKey, CaseNumber, CaseTitle, GroupId, AreaNames, SearchText,
              Sensitivity, SpecJson, CreatedAt, DueAt, State, Round, IsOptional, Version)
            SELECT Id, Id, 1, 'review', 'Xem báo việc', ProcessKey, Number, Title, GroupId, 'Xã Bàu Nổi', SearchText,
              'Normal', '', CreatedAt, '2026-11-' || printf('%02d', 1 + abs(random()) % 28) || ' 10:00:00',
              CASE State WHEN 'Open' THEN 'Open' ELSE 'Completed' END, 1, 0, 1 FROM Cases;
            INSERT INTO Assignees (TaskId, PersonId, IsOptional, IsOpen, DueAt)
            SELECT Id, 'L4', 0, CASE State WHEN 'Open' THEN 1 ELSE 0 END, DueAt FROM UserTasks;
            """;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
