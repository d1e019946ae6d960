using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Faults;

/// <summary>
/// The running program under load, killed (SIGKILL) again and again at moments that nobody chose. How often is said by
/// <c>PORTAL_KILLS</c>; the suite does a few, <c>PORTAL_KILLS=200 dotnet test --filter KilledPortal</c> the whole.
/// </summary>
public sealed class KilledPortalTests : IAsyncLifetime
{
    private const int Workers = 4;
    private const int Due = 12;

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("PORTAL_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    private readonly ConcurrentDictionary<Guid, string> _answered = new();
    private readonly ConcurrentDictionary<Guid, string> _started = new();
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly Progress _sent = new();
    private readonly Progress _acknowledged = new();
    private readonly FakeMailServer _mail = new();
    private volatile TaskCompletionSource _up = new();
    private volatile bool _over;
    private PortalProcess _portal = null!;

    public async Task InitializeAsync() => _portal = await PortalProcess.WithAsync(
        "--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", "--Mail:Enabled=true", "--Mail:Host=127.0.0.1",
        $"--Mail:Port={_mail.Port}", "--Mail:UseTls=false",
        "--Mail:From=cong@lamgiang.example", "--Mail:PortalAddress=https://cong.example");

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        _mail.Dispose();
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_nothing_else_is_done_twice()
    {
        var random = new Random(Kills);
        var (member, lead, leader) =
            (await _portal.ApiAsync("vuong.gm"), await _portal.ApiAsync("quy.pc"), await _portal.ApiAsync("duong.ha"));
        _up.SetResult();
        var workers = Enumerable.Range(0, Workers).Select(w => Task.Run(() => WorkAsync(w, member, lead, leader))).ToList();
        var waiting = await TripsAwayAsync(member, lead, leader);
        for (var i = 0; i < Kills; i++)
        {
            // Sometimes just after a request went out, sometimes just after an answer came in.
            var (progress, more) = (random.Next(2) == 0 ? _sent : _acknowledged, random.Next(1, 25));
            await progress.AheadAsync(more).WaitAsync(TimeSpan.FromMinutes(1));
            _up = new TaskCompletionSource();
            await _portal.KillAsync();
            await CheckAsync(whole: false);
            if (i == Kills / 2)
            {
                await MakeDueAsync(waiting);
            }

            await _portal.StartAsync();
            _up.TrySetResult();
        }

        _over = true;
        await Task.WhenAll(workers).WaitAsync(TimeSpan.FromMinutes(2));
        await UntilAsync(
            "SELECT COUNT(*) FROM OutgoingMails WHERE NextAttemptAt IS NOT NULL AND NextAttemptAt <= '2026-01-01 00:00:00'", 0);
        await UntilAsync("SELECT COUNT(*) FROM UserTasks WHERE NextAttentionAt <= '2026-01-01 00:00:00'", 0);
        await _portal.KillAsync();
        await CheckAsync(whole: true);
        Assert.Empty(_wrong);
        Assert.True(_answered.Count + _started.Count >= Kills, $"{_answered.Count} steps and {_started.Count} cases were acknowledged.");
        Assert.Equal(Enumerable.Range(1, Due).Select(i => $"thu{i}@lamgiang.example").Order(StringComparer.Ordinal),
            _mail.Recipients.Where(r => r.StartsWith("thu", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        foreach (var trip in waiting)
        {
            Assert.Equal(1,
                await ScalarAsync(
                    $"SELECT COUNT(*) FROM UserTasks WHERE lower(CaseId) = '{trip}' AND StepId = 'notes' AND Outcome = 'Timeout'"));
            Assert.Equal(1, await ScalarAsync($"SELECT COUNT(*) FROM UserTasks WHERE lower(CaseId) = '{trip}' AND StepId = 'result'"));
        }

        Console.WriteLine(
            $"{Kills} kills: {_started.Count} cases and {_answered.Count} steps acknowledged, "
            + $"{_sent.Count} requests sent, {_mail.Recipients.Count} messages.");
    }

    // What becomes due while nothing runs, is done by the next one that does; that one may be killed at it.
    private async Task MakeDueAsync(List<string> waiting)
    {
        var cases = string.Join(',', waiting.Select(c => $"'{c}'"));
        await _portal.ExecuteAsync($"UPDATE FieldTrips SET ReturnsAt = '2026-01-01 00:00:00' WHERE lower(CaseId) IN ({cases})");
        await _portal.ExecuteAsync($"""
            UPDATE UserTasks SET DueAt = '2026-01-01 00:00:00', NextAttentionAt = '2026-01-01 00:00:00'
            WHERE StepId = 'notes' AND lower(CaseId) IN ({cases})
            """);
        await _portal.ExecuteAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Due})
            INSERT INTO OutgoingMails
              (Id, PersonId, Address, Subject, Body, CreatedAt, NextAttemptAt, Attempts, LastError, Version)
            SELECT upper(printf('00000000-0000-7000-8000-%012d', i)), 'S31', 'thu' || i || '@lamgiang.example', 's', 'b',
              '2026-01-01 00:00:00', '2026-01-01 00:00:00', 0, '', 0 FROM n
            """);
    }

    // Trips that are away, so that a timer waits for their end.
    private async Task<List<string>> TripsAwayAsync(HttpClient member, HttpClient lead, HttpClient leader)
    {
        var away = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await RoadAsync($"away-{i}", member, lead, leader, away.Add);
        }

        return away;
    }

    private async Task WorkAsync(int worker, HttpClient member, HttpClient lead, HttpClient leader)
    {
        for (var i = 0; !_over; i++)
        {
            await RoadAsync($"w{worker}-{i}", member, lead, leader);
        }
    }

    private async Task RoadAsync(string name, HttpClient member, HttpClient lead, HttpClient leader, Action<string>? started = null)
    {
        var now = TestClock.Now;
        if (await SendAsync(member, "cases", $"{name}-start",
            new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead()) }) is not { } receipt)
        {
            return;
        }

        var id = Guid.Parse((string)receipt["caseId"]!);
        _started[id] = (string)receipt["number"]!;
        started?.Invoke(id.ToString());
        receipt = await AnswerAsync(leader, name, receipt, "review", "Acknowledge", Trips.Opinion());
        receipt = receipt is null
            ? null
            : await AnswerAsync(lead, name, receipt, "contact", "Contacted", Trips.Contact(now.AddMinutes(-1)));
        _ = receipt is null
            ? null
            : await AnswerAsync(member, name, receipt, "departure", "Departed", Trips.Departure() with { DepartedAt = now.AddMinutes(-2) });
    }

    private async Task<JsonObject?> AnswerAsync<T>(HttpClient client, string name, JsonObject receipt, string step, string outcome, T form)
    {
        var task = Guid.Parse((string)((JsonArray)receipt["waiting"]!).First(w => (string?)w!["step"] == step)!["taskId"]!);
        var answer = await SendAsync(client, $"tasks/{task}/complete", $"{name}-{step}", new { outcome, form = FormInput.ToJson(form) });
        if (answer is not null)
        {
            _answered[task] = outcome;
        }

        return answer;
    }

    // As another system would: with the same key again until there is an answer. Null when it was over before there was one.
    private async Task<JsonObject?> SendAsync(HttpClient client, string path, string key, object body)
    {
        while (true)
        {
            await _up.Task;
            using var request = new HttpRequestMessage(
                HttpMethod.Post, path)
            { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
            try
            {
                _sent.Count1();
                using var response = await client.SendAsync(request);
                var json = await response.Content.ReadFromJsonAsync<JsonObject>();
                if (!response.IsSuccessStatusCode)
                {
                    _wrong.Add($"{path} {key}: {(int)response.StatusCode} {json}");
                    return null;
                }

                _acknowledged.Count1();
                return json;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException
                or System.Text.Json.JsonException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task CheckAsync(bool whole)
    {
        await using var connection = Open();
        Assert.Equal("ok", await ScalarAsync(connection, whole ? "PRAGMA integrity_check" : "PRAGMA quick_check"));
        Assert.Equal(
            0L, await ScalarAsync(connection, "SELECT COUNT(*) FROM (SELECT Number FROM Cases GROUP BY Number HAVING COUNT(*) > 1)"));
        Assert.Equal(0L, await ScalarAsync(connection, """
            SELECT COUNT(*) FROM (
              SELECT CaseId, StepId, Round, Item FROM Submissions WHERE StepId <> 'notice'
              GROUP BY CaseId, StepId, Round, Item HAVING COUNT(*) > 1)
            """));
        Assert.Equal(0L, await ScalarAsync(connection, """
            SELECT COUNT(*) FROM Cases c
            WHERE NOT EXISTS (SELECT 1 FROM Instances i WHERE i.CaseId = c.Id)
              OR c.ProcessKey = 'field-trip'
                AND (SELECT COUNT(*) FROM Submissions s WHERE s.CaseId = c.Id AND s.StepId = 'notice') <> 1
            """));
        var stored = await ReadAsync(connection, "SELECT lower(Id), Outcome FROM UserTasks WHERE Outcome IS NOT NULL");
        var numbers = await ReadAsync(connection, "SELECT lower(Id), Number FROM Cases");
        foreach (var (task, outcome) in _answered)
        {
            Assert.True(stored.TryGetValue(task.ToString(), out var found) && found == outcome,
                $"Step {task} was acknowledged as {outcome} and is {found ?? "not there"}.");
        }

        foreach (var (id, number) in _started)
        {
            Assert.True(numbers.TryGetValue(id.ToString(), out var found) && found == number,
                $"Case {number} was acknowledged and is {found ?? "not there"}.");
        }

        if (whole)
        {
            await TrailReading.AssertWholeAsync(_portal.Folder);
        }
    }

    private async Task UntilAsync(string sql, long expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await ScalarAsync(sql) != expected)
        {
            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = Open();
        return (long)(await ScalarAsync(connection, sql))!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_portal.Folder, "portal.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static async Task<Dictionary<string, string>> ReadAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, string>();
        while (await reader.ReadAsync())
        {
            rows[reader.GetString(0)] = reader.GetString(1);
        }

        return rows;
    }

    /// <summary>A count that somebody can wait for.</summary>
    private sealed class Progress
    {
        private readonly Lock _guard = new();
        private readonly List<(long At, TaskCompletionSource Done)> _waiting = [];

        public long Count { get; private set; }

        public void Count1()
        {
            lock (_guard)
            {
                Count++;
                foreach (var (_, done) in _waiting.Where(w => w.At <= Count))
                {
                    done.TrySetResult();
                }

                _waiting.RemoveAll(w => w.At <= Count);
            }
        }

        public Task AheadAsync(int more)
        {
            lock (_guard)
            {
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((Count + more, done));
                return done.Task;
            }
        }
    }
}
