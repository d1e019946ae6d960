using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Setup;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Notices;

/// <summary>
/// Makes messages of notices and sends them: at once, or with the digest of the morning, as each person chose. The notice itself is
/// the first half of the outbox (written with the act that it tells of), the message the second; both lie in the database.
/// </summary>
public sealed class MailOutbox(
    PortalOperations operations, IMailTransport transport, IOptions<MailOptions> options, TextCatalogue texts, ILogger<MailOutbox> log)
{
    private const int BatchSize = 200;

    // Older notices, such as those from before mail was switched on, are not sent.
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private static readonly TimeOnly DigestAt = new(7, 30);
    private static readonly TimeOnly QuietFrom = new(18, 0);
    private static readonly TimeOnly QuietTo = new(7, 0);

    public async Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        if (!options.Value.Enabled)
        {
            return 0;
        }

        return await GatherAsync(at, cancellation) + await SendAsync(at, cancellation);
    }

    /// <summary>Turns notices into messages, one for each person; what is read or settled meanwhile is left out.</summary>
    private async Task<int> GatherAsync(DateTime? at, CancellationToken cancellation)
    {
        var people = await operations.ReadAsync(
            db => db.Notifications.Where(n => n.MailedAt == null)
                .Select(n => n.PersonId)
                .Distinct()
                .Take(BatchSize)
                .ToListAsync(cancellation),
            cancellation);
        var made = 0;
        foreach (var person in people)
        {
            var done = await operations.RunAsync<bool>(
                Actor.System, async o => await GatherAsync(o, person, cancellation), at, cancellation);
            made += done.IsSuccess && done.Value ? 1 : 0;
        }

        return made;
    }

    private async Task<bool> GatherAsync(Operation o, string person, CancellationToken cancellation)
    {
        var (now, context) = (o.Context.Now, o.Context);
        var notices = await o.Db.Notifications.Where(n => n.PersonId == person && n.MailedAt == null)
            .OrderBy(n => n.At)
            .Take(BatchSize)
            .ToListAsync(cancellation);
        var address = await AddressAsync(o, person, cancellation);
        var chosen = await o.Db.NotificationChoices.Where(c => c.PersonId == person)
            .ToDictionaryAsync(c => c.Class, c => c.Timing, cancellation);
        MailTiming Timing(Notification n) =>
            NotificationChoice.ClassOf(n.Kind) is var of && of == NotificationClass.Urgent
                ? MailTiming.Immediate
                : chosen.GetValueOrDefault(of, NotificationChoice.Default(of));
        var taskIds = notices.Select(n => n.TaskId).OfType<Guid>().ToList();
        var open = (await o.Db.UserTasks.Where(t => taskIds.Contains(t.Id) && t.State == UserTaskState.Open)
            .Select(t => t.Id)
            .ToListAsync(cancellation)).ToHashSet();
        var due = new List<Notification>();
        foreach (var notice in notices)
        {
            var timing = Timing(notice);
            var settled = notice.ReadAt is not null
                || now > DigestOf(context, notice.At) + Stale
                || (notice.TaskId is { } task && !open.Contains(task));
            if (string.IsNullOrEmpty(address) || timing == MailTiming.Off || settled)
            {
                notice.NoteMailed(now);
            }
            else if (NotificationChoice.ClassOf(notice.Kind) == NotificationClass.Urgent
                || (timing == MailTiming.Immediate && !IsQuiet(context))
                || (timing == MailTiming.Digest && now >= DigestOf(context, notice.At)))
            {
                notice.NoteMailed(now);
                due.Add(notice);
            }
        }

        if (due.Count == 0)
        {
            return false;
        }

        // Only how many of which kind and the portal's address, because a mailbox lies outside of the portal.
        var kinds = due.CountBy(n => n.Kind).Select(k => $"- {texts.Vietnamese[$"notice.{k.Key}"]}: {k.Value}");
        o.Db.OutgoingMails.Add(new OutgoingMail
        {
            PersonId = person,
            Address = address!,
            Subject = texts.Vietnamese["Mail.Subject"],
            Body = string.Format(
                CultureInfo.InvariantCulture, texts.Vietnamese["Mail.Body"], due.Count, options.Value.PortalAddress,
                string.Join('\n', kinds)),
            CreatedAt = now,
            NextAttemptAt = now,
        });
        return true;
    }

    /// <returns>Null for who has no address, is locked out, or no longer belongs to the staff.</returns>
    private static async Task<string?> AddressAsync(Operation o, string person, CancellationToken cancellation)
    {
        var (now, context) = (o.Context.Now, o.Context);
        var account = await o.Db.Users.Where(u => u.PersonId == person)
            .Select(u => new { u.Email, u.LockoutEnd })
            .FirstOrDefaultAsync(cancellation);
        return account is null
            || account.LockoutEnd > new DateTimeOffset(now)
            || context.Directory.Person(person)?.IsValidOn(context.Today) != true
            ? null
            : account.Email;
    }

    private async Task<int> SendAsync(DateTime? at, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var ids = await operations.ReadAsync(
            db => db.OutgoingMails.Where(m => m.NextAttemptAt <= context.Now)
                .OrderBy(m => m.NextAttemptAt)
                .Select(m => m.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation),
            cancellation);
        foreach (var id in ids)
        {
            // Sent first and marked afterwards: after a crash in between, the mail goes out twice rather than never.
            var mail = await operations.ReadAsync(db => db.OutgoingMails.FirstAsync(m => m.Id == id, cancellation), cancellation);
            string? error = null;
            try
            {
                await transport.SendAsync(mail, cancellation);
            }
            catch (IOException e)
            {
                error = e.Message;
                log.LogWarning("A message could not be sent (attempt {Attempt}).", mail.Attempts + 1);
            }

            await operations.RunAsync(Actor.System, async o =>
            {
                var stored = await o.Db.OutgoingMails.FirstAsync(m => m.Id == id, cancellation);
                if (error is null)
                {
                    stored.NoteSent(o.Context.Now);
                }
                else
                {
                    stored.NoteFailure(error, o.Context.Now);
                }

                return Result.Ok;
            }, at, cancellation);
        }

        return ids.Count;
    }

    /// <summary>18:00 to 07:00, and days off.</summary>
    private static bool IsQuiet(CaseContext context)
    {
        var clock = TimeOnly.FromDateTime(VietnamTime.ToLocal(context.Now));
        return clock >= QuietFrom || clock < QuietTo || !context.Calendar.IsWorking(context.Today);
    }

    /// <summary>The first 07:30 of a working day after the notice has come.</summary>
    private static DateTime DigestOf(CaseContext context, DateTime noticed)
    {
        var day = VietnamTime.DayOf(noticed);
        var digest = VietnamTime.ToUtc(context.Calendar.OnOrAfter(day).ToDateTime(DigestAt));
        return digest > noticed ? digest : VietnamTime.ToUtc(context.Calendar.AddWorkingDays(day, 1).ToDateTime(DigestAt));
    }
}
