using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.Searching;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes.Feedback;
using Portal.Web.Setup;

namespace Portal.Tests.Web;

/// <summary>
/// What the screens, the steps and the timers ask of the database, and how SQLite will go about it: no question goes through all rows
/// of a table that grows with the work. Written after a load test in which opened steps cost more from hour to hour.
/// </summary>
public sealed partial class QueryPlanTests
{
    /// <summary>Tables with a row or more for each case, beside those of the modules' aggregates, which are found.</summary>
    private static readonly string[] Shared =
    [
        "Cases", "CasePerson", "CaseArea", "UserTasks", "Assignees", "Submissions", "Decisions", "Comments", "Attachments", "Instances",
        "Timers", "AuditEntries", "Notifications", "OutgoingMails",
        "ReportItems", "AreaIssues", "ContactLogs", "GuidanceActions", "GuidanceDepartments", "UninvitedMeetings", "SearchEntries",
    ];

    /// <summary>One row a year.</summary>
    private const string Yearly = "ReviewCycles";

    [Fact]
    public async Task No_question_of_a_screen_a_step_or_a_timer_goes_through_all_rows_of_a_growing_table()
    {
        await using var portal = await TestPortal.CreateAsync();
        var log = new Commands();
        portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await WorkAsync(portal);
        Assert.True(log.Texts.Count > 60, $"{log.Texts.Count} statements");

        await using var connection = new SqliteConnection(
            $"Data Source={portal.Services.GetRequiredService<IOptions<DataOptions>>().Value.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var growing = await portal.ReadAsync(db => Task.FromResult(GrowingIn(db.Model)));
        var scans = log.Texts.Keys.SelectMany(sql => ScansOf(connection, sql, growing)).Distinct().ToList();
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    private static async Task WorkAsync(TestPortal portal)
    {
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion("Chú ý chi bộ ghép"));
        await portal.Acts.CommentAsync(portal.Person(Trips.Member), id, new Remark("Đã trao đổi", HoldsNoSecret: true));
        await portal.TickAsync();
        T Get<T>()
            where T : notnull => portal.Services.GetRequiredService<T>();
        foreach (var person in new[] { Trips.Member, Trips.Lead, Trips.Leader, Trips.Head, "S06", "S37", "S03" }.Select(portal.Person))
        {
            foreach (var filter in new TaskFilter[]
            {
                new(), new() { Search = "bau tram" }, new() { ProcessKey = "field-trip", GroupId = "N03" }, new() { AreaId = "A017" },
                new() { Due = DueFilter.Overdue }, new() { Sort = TaskSort.Newest }, new() { Sort = TaskSort.Oldest },
            })
            {
                await portal.Tasks.InboxAsync(person, filter);
            }

            await portal.Tasks.CountsAsync(person);
            await portal.Tasks.WaitingForOthersAsync(person, 10);
            await portal.Cases.FindAsync(person, id);
            await portal.Cases.FindAsync(person, "CT-2026/0001");
            await portal.Cases.FindTaskAsync(person, (await portal.OpenTaskAsync(id, "contact")).Id);
            await Get<NotificationQueries>().CountUnreadAsync(person);
            await Get<NotificationQueries>().ListAsync(person, false, 0, 25);
            await Get<NotificationQueries>().ListAsync(person, true, 0, 25);
            await Get<NotificationQueries>().MarkReadAsync(person);
            await Get<Search>().FindAsync(person, "bau tram");
            await Get<IncidentQueries>().OpenAsync(person);
            await Get<AuditQueries>().ListAsync(person, new AuditFilter());
            await Get<AuditQueries>().ListAsync(person, new AuditFilter { CaseNumber = "CT-2026/0001" });
            await SortAsync(portal, person);
        }

        // And every operation there is, of every module, as people who see much, little and all.
        var known = await EveryOperation.PrepareAsync(portal, Trips.Member, "Nắm tình hình");
        foreach (var person in new[] { Trips.Member, Trips.Leader, "S20" })
        {
            foreach (var (service, method) in EveryOperation.Operations(portal))
            {
                await EveryOperation.CallAsync(service, method, known with { Person = person });
            }
        }
    }

    private static async Task SortAsync(TestPortal portal, Actor person)
    {
        foreach (var isDescending in new[] { false, true })
        {
            foreach (var sort in Enum.GetValues<CaseSort>())
            {
                await portal.Cases.ListAsync(person, new CaseFilter { Sort = sort, IsDescending = isDescending });
                await portal.Cases.ListAsync(
                    person,
                    new CaseFilter
                    {
                        Sort = sort,
                        IsDescending = isDescending,
                        ProcessKey = "field-trip",
                        State = CaseState.Open
                    });
            }

            foreach (var sort in Enum.GetValues<AuditSort>())
            {
                await portal.Services.GetRequiredService<AuditQueries>().ListAsync(
                    person, new AuditFilter { Sort = sort, IsDescending = isDescending });
            }

            foreach (var sort in Enum.GetValues<FeedbackSort>())
            {
                await portal.Services.GetRequiredService<FeedbackRegister>().ListAsync(
                    person, new FeedbackFilter(Sort: sort, IsDescending: isDescending));
            }
        }
    }

    private static HashSet<string> GrowingIn(Microsoft.EntityFrameworkCore.Metadata.IModel model)
    {
        var tables = model.GetEntityTypes().Select(t => t.GetTableName()!).Append("SearchEntries").ToHashSet();
        Assert.Empty(Shared.Except(tables));
        var subjects = model.GetEntityTypes()
            .Where(t => t.ClrType.IsAssignableTo(typeof(Portal.Domain.Cases.ICaseSubject)))
            .Select(t => t.GetTableName()!)
            .ToList();
        Assert.Contains("RegulationFeedback", subjects);
        return [.. Shared, .. subjects.Where(t => t != Yearly)];
    }

    private static IEnumerable<string> ScansOf(SqliteConnection connection, string sql, HashSet<string> growing)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameter().Matches(sql).Select(m => m.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        var tables = Table().Matches(sql).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
        using var plan = command.ExecuteReader();
        while (plan.Read())
        {
            // "SCAN c" reads all rows, and so does one along the primary key; along an index made for it a list is read in its order, until
            // enough are found.
            var step = plan.GetString(3);
            // A list that turned out empty is asked for as WHERE 0; the trail is paged in the order it lies in; how many cases a person may
            // know of is counted over all of them.
            if (!Nothing().IsMatch(sql)
                && !PagedTrail().IsMatch(sql)
                && !HowMany().IsMatch(sql)
                && Scan().Match(step) is { Success: true } scan
                && (tables[scan.Groups[1].Value].Any(growing.Contains) || growing.Contains(scan.Groups[1].Value)))
            {
                yield return $"{step}\n{sql}";
            }
        }
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex("(?:FROM|JOIN|UPDATE|INTO) \"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Table();

    [GeneratedRegex("FROM \"AuditEntries\" AS \"a\"\\s+ORDER BY \"a\".\"Sequence\"( DESC)?\\s+LIMIT")]
    private static partial Regex PagedTrail();

    [GeneratedRegex("WHERE 0\\s*(ORDER|LIMIT|$)")]
    private static partial Regex Nothing();

    [GeneratedRegex("^SELECT COUNT\\(\\*\\)\\s+FROM \"Cases\" AS \"c\"\\s+WHERE (?:EXISTS|\\(?\"c\".\"Sensitivity\")")]
    private static partial Regex HowMany();

    [GeneratedRegex(@"^SCAN (\w+)(?! USING (?:COVERING )?INDEX IX_)")]
    private static partial Regex Scan();

    private sealed partial class Commands : ILoggerProvider, ILogger
    {
        public ConcurrentDictionary<string, byte> Texts { get; } = new();

        public ILogger CreateLogger(string categoryName) =>
            categoryName == "Microsoft.EntityFrameworkCore.Database.Command"
                ? this
                : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted.Id
                && state is IEnumerable<KeyValuePair<string, object?>> values
                && values.FirstOrDefault(v => v.Key == "commandText").Value?.ToString() is { } text
                && !text.Contains("PRAGMA", StringComparison.Ordinal))
            {
                Texts[text] = 0;
            }
        }

        public void Dispose()
        {
        }
    }
}
