using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Jobs;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Notices;
using Portal.Web.Setup;
using Portal.Web.Texts;

namespace Portal.Tests.Scenarios;

/// <summary>Section 11: notices in the portal and by e-mail, mentions, and the calendar feed; none of them says what a case is
/// about.</summary>
public class NoticeTests
{
    private static readonly IOptions<MailOptions> On = Options.Create(new MailOptions
    {
        Enabled = true,
        Host = "mail",
        From = "cong@lamgiang.vn",
        PortalAddress = "https://cong.lamgiang.vn"
    });

    [Fact]
    public async Task A_message_goes_with_the_digest_says_a_count_and_an_address_and_goes_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (outbox, server) = Outbox(portal);
        await ChooseAsync(portal, Trips.Leader, "duong@lamgiang.vn");
        await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = "Nắm tình hình mất đoàn kết" });
        await outbox.RunAsync();
        Assert.Empty(server.Sent);

        // Over restarts: what is to be sent lies in the database.
        portal.GoTo(new DateTime(2026, 10, 6, 7, 31, 0));
        Assert.True(await outbox.RunAsync() > 0);
        var mail = Assert.Single(server.Sent);
        Assert.Equal(("duong@lamgiang.vn", "Cổng quy trình: đồng chí có việc mới"), (mail.Address, mail.Subject));
        Assert.Contains("1 thông báo mới", mail.Body, StringComparison.Ordinal);
        Assert.Contains("- Việc mới: 1", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://cong.lamgiang.vn", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("đoàn kết", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Bàu", mail.Body, StringComparison.Ordinal);
        Assert.Equal(0, await outbox.RunAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_step_that_is_settled_for_what_was_read_or_to_whom_has_no_address()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (outbox, server) = Outbox(portal);
        await ChooseAsync(portal, Trips.Leader, "duong@lamgiang.vn");
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).Value.CaseId;
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        portal.GoTo(new DateTime(2026, 10, 6, 7, 31, 0));
        await outbox.RunAsync();
        Assert.Empty(server.Sent);
        Assert.Equal(0, await portal.ReadAsync(db => db.Notifications.CountAsync(n => n.MailedAt == null)));
    }

    [Fact]
    public async Task At_once_means_within_working_hours_except_what_is_urgent_and_off_means_off()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (outbox, server) = Outbox(portal);
        await ChooseAsync(portal, Trips.Leader, "duong@lamgiang.vn", (NotificationClass.Tasks, MailTiming.Immediate));
        await ChooseAsync(portal, Trips.Head, "nhan@lamgiang.vn", (NotificationClass.Tasks, MailTiming.Off));
        portal.GoTo(new DateTime(2026, 10, 5, 19, 0, 0));
        await portal.StartAsync("field-trip", Trips.Member, Trips.Notice());
        await NoteAsync(portal, Trips.Head, NotificationKind.ForHead);
        await NoteAsync(portal, Trips.Head, NotificationKind.TaskAssigned);
        await outbox.RunAsync();
        Assert.Equal(["nhan@lamgiang.vn"], server.Sent.Select(m => m.Address));
        portal.GoTo(new DateTime(2026, 10, 6, 7, 1, 0));
        await outbox.RunAsync();
        Assert.Equal(["nhan@lamgiang.vn", "duong@lamgiang.vn"], server.Sent.Select(m => m.Address));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_tried_again_later_and_given_up_in_the_end()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (outbox, server) = Outbox(portal);
        await ChooseAsync(portal, Trips.Head, "nhan@lamgiang.vn");
        await NoteAsync(portal, Trips.Head, NotificationKind.ForHead);
        server.IsDown = true;
        await outbox.RunAsync();
        Assert.Equal(0, await outbox.RunAsync());
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await outbox.RunAsync());
        server.IsDown = false;
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await outbox.RunAsync();
        Assert.Single(server.Sent);
        Assert.Equal(3, (await portal.ReadAsync(db => db.OutgoingMails.SingleAsync())).Attempts);

        var stubborn = new OutgoingMail
        {
            PersonId = "L1",
            Address = "a@b.vn",
            Subject = "",
            Body = "",
            CreatedAt = portal.Now,
            NextAttemptAt = portal.Now
        };
        for (var i = 0; i < OutgoingMail.MaxAttempts; i++)
        {
            Assert.NotNull(stubborn.NextAttemptAt);
            stubborn.NoteFailure("down", portal.Now);
        }

        Assert.Null(stubborn.NextAttemptAt);
    }

    [Fact]
    public async Task While_mail_is_switched_off_nothing_is_made()
    {
        await using var portal = await TestPortal.CreateAsync();
        await ChooseAsync(portal, Trips.Head, "nhan@lamgiang.vn");
        await NoteAsync(portal, Trips.Head, NotificationKind.ForHead);
        await portal.TickAsync();
        Assert.Equal(0, await portal.ReadAsync(db => db.OutgoingMails.CountAsync()));
    }

    [Fact]
    public async Task The_message_reaches_a_mail_server_over_SMTP()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ServeAsync(listener);
        var options = Options.Create(new MailOptions
        {
            Enabled = true,
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            UseTls = false,
            From = "cong@lamgiang.vn",
            PortalAddress = "https://cong"
        });
        await new SmtpTransport(options).SendAsync(new OutgoingMail
        {
            PersonId = "L1",
            Address = "nhan@lamgiang.vn",
            Subject = "Cổng quy trình",
            Body = "Đồng chí có 1 thông báo mới.",
            CreatedAt = DateTime.UnixEpoch
        }, CancellationToken.None);
        var lines = await received;
        Assert.Contains(lines, l => l.StartsWith("RCPT TO:<nhan@lamgiang.vn>", StringComparison.OrdinalIgnoreCase));
        listener.Stop();
        await Assert.ThrowsAsync<IOException>(() => new SmtpTransport(options).SendAsync(new OutgoingMail
        {
            PersonId = "L1",
            Address = "nhan@lamgiang.vn",
            Subject = "",
            Body = "",
            CreatedAt = DateTime.UnixEpoch
        }, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_clear_where_the_line_is_to_be_encrypted_and_no_password_ever_is()
    {
        using var server = new FakeMailServer();
        var settings = new MailOptions
        {
            Enabled = true,
            Host = "127.0.0.1",
            Port = server.Port,
            From = "cong@lamgiang.vn",
            PortalAddress = "https://cong",
        };
        Assert.True(settings.UseTls);
        await Assert.ThrowsAsync<IOException>(() => new SmtpTransport(Options.Create(settings)).SendAsync(new OutgoingMail
        {
            PersonId = "L1",
            Address = "nhan@lamgiang.vn",
            Subject = "Cổng quy trình",
            Body = "Đồng chí có 1 thông báo mới.",
            CreatedAt = DateTime.UnixEpoch,
        }, CancellationToken.None));
        Assert.Empty(server.Recipients);

        (settings.UseTls, settings.UserName) = (false, "cong");
        Assert.Contains(nameof(MailOptions.UseTls),
            Assert.Single(settings.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(settings))).MemberNames);
    }

    [Fact]
    public async Task Choices_are_checked_and_ones_own()
    {
        await using var portal = await TestPortal.CreateAsync();
        var queries = portal.Services.GetRequiredService<NotificationQueries>();
        var bad = await queries.ChooseAsync(
            portal.Person(Trips.Leader), new MailChoices("khong-phai-thu", new Dictionary<NotificationClass, MailTiming>()));
        Assert.Equal("Notice.BadAddress", bad.Refusal!.Fields.Single().Code);
        await ChooseAsync(portal, Trips.Leader, "duong@lamgiang.vn", (NotificationClass.Decisions, MailTiming.Immediate),
            (NotificationClass.Urgent, MailTiming.Off));
        var choices = await queries.ChoicesAsync(portal.Person(Trips.Leader));
        Assert.Equal(("duong@lamgiang.vn", MailTiming.Immediate, MailTiming.Immediate),
            (choices.Address, choices.Timings[NotificationClass.Decisions], choices.Timings[NotificationClass.Urgent]));
        Assert.Equal("", (await queries.ChoicesAsync(portal.Person(Trips.Head))).Address);
    }

    [Fact]
    public async Task Whoever_is_mentioned_is_told_and_only_readers_can_be()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).Value.CaseId;
        var readers = await portal.Cases.ReadersAsync(portal.Person(Trips.Member), id);
        Assert.Contains(Trips.Leader, readers);
        Assert.DoesNotContain("S27", readers);
        Assert.Empty(await portal.Cases.ReadersAsync(portal.Person("S27"), id));
        var stranger =
            await portal.Acts.CommentAsync(portal.Person(Trips.Member), id, new Remark("Đề nghị cho ý kiến", HoldsNoSecret: true), ["S27"]);
        Assert.Equal("Comment.CannotRead", stranger.Refusal!.Fields.Single().Code);
        Assert.True((await portal.Acts.CommentAsync(
            portal.Person(Trips.Member), id, new Remark("Đề nghị cho ý kiến", HoldsNoSecret: true), [Trips.Leader])).IsSuccess);
        var notice = await portal.ReadAsync(db => db.Notifications.SingleAsync(n => n.Kind == NotificationKind.Mentioned));
        Assert.Equal((Trips.Leader, "CT-2026/0001"), (notice.PersonId, notice.Text.InVietnamese()));
    }

    [Fact]
    public async Task The_calendar_shows_what_one_may_know_of_and_the_feed_only_times_and_areas_until_it_is_called_in()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = "Nội dung riêng" });
        await portal.StartAsync("field-trip", Trips.Member, Trips.Notice("A018") with { Place = "Nơi khác" });
        var schedule = portal.Services.GetRequiredService<Schedule>();
        var (from, to) = (portal.Now, portal.Now.AddDays(7));
        Task<IReadOnlyList<CalendarEntry>> Entries(string person, CalendarFilter? filter = null) =>
            schedule.CalendarAsync(portal.Person(person), filter ?? new CalendarFilter(), from, to);
        Assert.Equal(2, (await Entries(Trips.Lead)).Count);
        Assert.All(await Entries(Trips.Lead), e => Assert.Contains(Trips.Member, e.Clashes));
        Assert.Single(await Entries(Trips.Lead, new CalendarFilter(AreaId: "A018")));
        Assert.Empty(await Entries("S27"));
        Assert.Empty(await Entries("S27", new CalendarFilter(PersonId: Trips.Member)));

        var feeds = portal.Services.GetRequiredService<CalendarFeeds>();
        var secret = (await feeds.MakeAsync(portal.Person(Trips.Member))).Value;
        var calendar = (await feeds.ReadAsync(secret))!;
        Assert.Equal(2, calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART:20261008T003000Z", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Nội dung riêng", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(secret,
            await portal.ReadAsync(db => db.Users.Where(u => u.FeedTokenHash != null).Select(u => u.FeedTokenHash!).SingleAsync()),
            StringComparison.OrdinalIgnoreCase);
        var renewed = (await feeds.MakeAsync(portal.Person(Trips.Member))).Value;
        Assert.Null(await feeds.ReadAsync(secret));
        await feeds.RevokeAsync(portal.Person(Trips.Member));
        Assert.Null(await feeds.ReadAsync(renewed));
        Assert.Null(await feeds.ReadAsync(""));
    }

    private static (MailOutbox Outbox, Recorder Server) Outbox(TestPortal portal)
    {
        var server = new Recorder();
        return (new MailOutbox(
            portal.Operations, server, On, portal.Services.GetRequiredService<TextCatalogue>(), NullLogger<MailOutbox>.Instance), server);
    }

    private static async Task ChooseAsync(
        TestPortal portal, string person, string address, params (NotificationClass Class, MailTiming Timing)[] timings) =>
        Assert.True((await portal.Services.GetRequiredService<NotificationQueries>()
            .ChooseAsync(portal.Person(person), new MailChoices(address, timings.ToDictionary(t => t.Class, t => t.Timing)))).IsSuccess);

    private static Task NoteAsync(TestPortal portal, string person, NotificationKind kind) =>
        portal.Operations.RunAsync(Portal.Domain.Organisation.Actor.System, o =>
        {
            o.Db.Notifications.Add(new Notification
            {
                PersonId = person,
                Kind = kind,
                Text = LocalText.Typed("CT-2026/0001"),
                At = o.Context.Now
            });
            return Task.FromResult(Portal.Domain.Common.Result.Ok);
        });

    // As much of SMTP as one message needs.
    private static async Task<List<string>> ServeAsync(TcpListener listener)
    {
        var lines = new List<string>();
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 test");
        var data = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (data)
            {
                data = line != ".";
                if (!data)
                {
                    await writer.WriteLineAsync("250 ok");
                }

                continue;
            }

            data = line == "DATA";
            await writer.WriteLineAsync(line switch
            {
                "DATA" => "354 go",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (line == "QUIT")
            {
                break;
            }
        }

        return lines;
    }

    private sealed class Recorder : IMailTransport
    {
        public List<OutgoingMail> Sent { get; } = [];

        public bool IsDown { get; set; }

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            if (IsDown)
            {
                throw new IOException("No route to the server.");
            }

            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
