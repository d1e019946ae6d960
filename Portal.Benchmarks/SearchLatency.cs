using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Searching;

namespace Portal.Benchmarks;

/// <summary>The one search box among a million cases of all groups, for people who see few of them and for one who sees all.</summary>
internal static class SearchLatency
{
    public static async Task MeasureAsync(int cases)
    {
        await using var portal = await BenchPortal.CreateAsync();
        var watch = Stopwatch.StartNew();
        Fill(Path.Combine(portal.Folder, "portal.db"), cases);
        var size = new FileInfo(Path.Combine(portal.Folder, "portal.db")).Length;
        Console.WriteLine(
            $"search: {cases:N0} cases made and indexed in {watch.Elapsed.TotalSeconds:N0} s, database {size / 1_000_000:N0} MB");
        var search = portal.Services.GetRequiredService<Search>();
        foreach (var person in new[] { "S31", "L4", "L1", "S35" })
        {
            foreach (var text in new[] { "CT-2026/77777", "bàu nổi", "báo việc", "xa b", "bau noi dat dai", "khôngcó" })
            {
                var times = new List<double>();
                var found = 0;
                for (var i = 0; i < 60; i++)
                {
                    var one = Stopwatch.StartNew();
                    found = (await search.FindAsync(new Actor(person, person), text)).CaseTotal;
                    if (i >= 10)
                    {
                        times.Add(one.Elapsed.TotalMilliseconds);
                    }
                }

                times.Sort();
                Console.WriteLine(
                    $"search: {person} “{text}” ({found} found): "
                    + $"p50 {times[times.Count / 2]:N1} ms, p95 {times[(int)(times.Count * .95)]:N1} ms");
            }
        }
    }

    private static void Fill(string file, int cases)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 900;

        // Every area of the demo province in turn, twelve groups, a subject of eight: the words of a real file room.
        command.CommandText = $"""
            PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;
            CREATE TEMP TABLE Names AS SELECT row_number() OVER (ORDER BY Id) - 1 AS N, Name, SearchText,
              (SELECT GroupId FROM AreaAssignments x WHERE x.AreaId = a.Id LIMIT 1) AS GroupId FROM Areas a;
            CREATE UNIQUE INDEX temp.Names_N ON Names(N);
            CREATE TEMP TABLE Subjects(N INTEGER PRIMARY KEY, Text TEXT);
            INSERT INTO Subjects VALUES (0,'cong tac can bo'),(1,'dat dai'),(2,'dai hoi chi bo'),(3,'kiem tra, giam sat'),
              (4,'phat trien dang vien'),(5,'sinh hoat chi bo'),(6,'sap xep bo may'),(7,'don thu');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {cases})
            INSERT INTO Cases (Id, ProcessKey, Number, Title, SearchText, GroupId, InitiatorId,
              State, Status, Sensitivity, HasIncident, CreatedAt, UpdatedAt, EndedAt, Version)
            SELECT printf('%08X-0000-7000-8000-000000000000', i), 'field-trip', 'CT-2026/' || i, 'Đi báo việc: ' || a.Name,
              'ct-2026/' || i || ' di bao viec: ' || a.SearchText || ', ' || s.Text,
              COALESCE(a.GroupId, 'N01'), 'S99', 'Closed', 'Closed', 'Normal', 0, '2025-01-01 00:00:00', '2026-01-01 00:00:00', NULL, 1
            FROM n JOIN Names a ON a.N = (i * 7919) % (SELECT count(*) FROM Names) JOIN Subjects s ON s.N = (i * 31 / 7) % 8;
            """;
        command.ExecuteNonQuery();
    }
}
