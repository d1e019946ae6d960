using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Tests.Processes;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Notices;
using Portal.Web.Persistence.Seed;
using Portal.Web.Setup;
using Portal.Web.Texts;

namespace Portal.Tests.Scenarios;

/// <summary>
/// X-02 once more, by what leaves the portal: answers of the running program, its log, its backups, mail and calendar feeds. The pages, the
/// operations and the disk are <see cref="RestrictedTests"/>'.
/// </summary>
public sealed class RestrictedFromOutsideTests
{
    private static readonly string[] Everybody = ["S33", "S19", "L3", "S10", "S23", "S37", "S03", "S20", "S06", "S08", "S40"];

    /// <summary>
    /// Cases that somebody has written in, and all of two groups: what the calendar opened for ten others alike is left out.
    /// </summary>
    private const string Spoken = """
        SELECT group_concat(lower(Id)) FROM Cases
        WHERE GroupId IN ('N02', 'N03') OR Id IN (SELECT CaseId FROM Submissions UNION SELECT CaseId FROM Comments)
        """;

    public static TheoryData<string> Roads => RestrictedTests.Roads;

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task No_mail_holds_it_and_no_feed_of_anybody_whom_it_is_not_for(string name)
    {
        var road = RestrictedTests.RoadOf(name);
        await using var portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        var every = Enum.GetValues<NotificationClass>().ToDictionary(c => c, _ => MailTiming.Immediate);
        string[] people = [.. Everybody.Concat(road.Readers).Concat([Trips.Leader, Trips.Lead, Trips.Member, Trips.Head]).Distinct()];
        foreach (var person in people)
        {
            Assert.True((await portal.Services.GetRequiredService<NotificationQueries>()
                .ChooseAsync(portal.Person(person), new MailChoices($"{person}@lamgiang.vn", every))).IsSuccess);
        }

        await road.WalkAsync(portal);
        var server = new Recorder();
        var options = Options.Create(new MailOptions { Enabled = true, Host = "mail", From = "cong@lamgiang.vn" });
        await new MailOutbox(
            portal.Operations, server, options, portal.Services.GetRequiredService<TextCatalogue>(), NullLogger<MailOutbox>.Instance)
            .RunAsync();
        Assert.NotEmpty(server.Sent);
        Assert.DoesNotContain(server.Sent, m => RestrictedTests.Shows($"{m.Subject}\n{m.Body}"));

        var feeds = portal.Services.GetRequiredService<CalendarFeeds>();
        foreach (var person in people.Except(road.Readers))
        {
            var secret = (await feeds.MakeAsync(portal.Person(person))).Value;
            Assert.False(RestrictedTests.Shows((await feeds.ReadAsync(secret))!), person);
        }
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task The_running_program_answers_nobody_with_it_and_writes_it_into_no_log_and_no_backup(string name)
    {
        var road = RestrictedTests.RoadOf(name);
        string folder;
        await using (var walked = await RestrictedTests.WalkedAsync(road))
        {
            await walked.DamageAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            folder = Copy(Path.GetDirectoryName(walked.DatabaseFile)!);
        }

        var portal = await PortalProcess.OnAsync(
            folder, "--Backup:Enabled=true", "--Backup:At=00:00", "--Logging:LogLevel:Default=Trace");
        try
        {
            var ids = (await portal.TextAsync(Spoken)).Split(',');
            var logins = DemoOrganisation.Logins().ToDictionary(l => l.PersonId, l => l.Login);
            var leaked = new List<string>();
            foreach (var person in Everybody.Except(road.Readers).Where(logins.ContainsKey))
            {
                using var client = await portal.ApiAsync(logins[person]);
                foreach (var path in ids.Select(i => $"cases/{i}").Concat(
                [
                    "cases?pageSize=100", "tasks?pageSize=100", "processes",
                    $"cases?search={RestrictedRoad.Marker}", $"cases?after={Guid.Empty}",
                ]))
                {
                    using var answer = await client.GetAsync(path);
                    if (RestrictedTests.Shows(await answer.Content.ReadAsStringAsync()))
                    {
                        leaked.Add($"{person} {path}");
                    }
                }
            }

            Assert.True(leaked.Count == 0, string.Join('\n', leaked));
            await PortalProcess.FolderInAsync(Path.Combine(folder, "backups"));
            await portal.StopAsync();
            var marker = Encoding.UTF8.GetBytes(RestrictedRoad.Marker);
            Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => RestrictedTests.Shows(f) || File.ReadAllBytes(f).AsSpan().IndexOf(marker) >= 0));
            Assert.Empty(portal.Output.Split('\n').Where(RestrictedTests.Shows));
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static string Copy(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("portal-run-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    private sealed class Recorder : IMailTransport
    {
        public List<OutgoingMail> Sent { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
