using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.Cases;

/// <summary>Opens the cases that the calendar opens, for every process that says so.</summary>
public sealed class CalendarOpenings(PortalOperations operations, ProcessCatalogue processes)
{
    /// <summary>Cases that are opened in one commit.</summary>
    private const int AtATime = 40;

    /// <summary>Opens what is due and not there yet. May run as often as it likes: a case for an owner and a period exists once.</summary>
    /// <returns>How many cases were opened.</returns>
    public async Task<int> OpenDueAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var opened = 0;
        foreach (var process in processes.All)
        {
            foreach (var calendar in process.Openings.OfType<OpenedByCalendar>())
            {
                opened += await OpenDueAsync(process.Key, calendar, context, at, cancellation);
            }
        }

        return opened;
    }

    private async Task<int> OpenDueAsync(
        string processKey, OpenedByCalendar calendar, CaseContext context, DateTime? at, CancellationToken cancellation)
    {
        var periods = calendar.Periods(context).ToList();
        var due = calendar.Owners(context).SelectMany(owner => periods.Select(period => (Owner: owner, Period: period)))
            .Where(d => calendar.IsDue(d.Owner, d.Period, context))
            .ToList();
        var occasions = due.ConvertAll(d => OpenedByCalendar.OccasionOf(d.Owner, d.Period));
        var there = await operations.ReadAsync(
            async db => (await db.Cases.Where(c => c.ProcessKey == processKey && occasions.Contains(c.Occasion!))
                .Select(c => c.Occasion!)
                .ToListAsync(cancellation)).ToHashSet(),
            cancellation);
        due.RemoveAll(d => there.Contains(OpenedByCalendar.OccasionOf(d.Owner, d.Period)));
        var opened = new List<Guid>();
        foreach (var chunk in due.Chunk(AtATime))
        {
            var done = await OpenAsync(processKey, chunk, at, cancellation);
            if (done.Count == chunk.Length || chunk.Length == 1)
            {
                opened.AddRange(done);
                continue;
            }

            // One that cannot be opened holds up no other.
            foreach (var one in chunk)
            {
                opened.AddRange(await OpenAsync(processKey, [one], at, cancellation));
            }
        }

        if (calendar.For == CalendarOwner.Area)
        {
            await TellAsync(processKey, opened, at, cancellation);
        }

        return opened.Count;
    }

    /// <returns>What was opened: all of it or nothing.</returns>
    private async Task<IReadOnlyList<Guid>> OpenAsync(
        string processKey, (string Owner, DateOnly Period)[] due, DateTime? at, CancellationToken cancellation)
    {
        var opened = new List<Guid>();
        var done = await operations.RunAsync(
            Actor.System,
            async o =>
            {
                opened.Clear();
                foreach (var (owner, period) in due)
                {
                    var made = await o.Cases.OpenByCalendarAsync(processKey, owner, period, o.Context, cancellation);
                    if (!made.IsSuccess)
                    {
                        return made.Refusal;
                    }

                    opened.Add(made.Value.CaseId);
                }

                return Result.Ok;
            },
            at, cancellation);
        return done.IsSuccess ? opened : [];
    }

    // Whose steps were opened is told once of all of them, and so is who stands in for them.
    private async Task TellAsync(string processKey, List<Guid> opened, DateTime? at, CancellationToken cancellation)
    {
        if (opened.Count == 0)
        {
            return;
        }

        await operations.RunAsync(
            Actor.System,
            async o =>
            {
                var people = await o.Db.UserTasks.Where(t => opened.Contains(t.CaseId) && t.State == UserTaskState.Open)
                    .SelectMany(t => t.Assignees.Where(a => a.IsOpen && !a.IsOptional))
                    .GroupBy(a => a.PersonId)
                    .Select(g => new { PersonId = g.Key, Count = g.Count() })
                    .ToListAsync(cancellation);
                var errand = new Errand(processKey, IsRestricted: false);
                var told = people.SelectMany(p => o.Context.Directory.SubstitutesOf(p.PersonId, errand, o.Context.Today)
                    .Append(p.PersonId)
                    .Select(reached => (PersonId: reached, p.Count)));
                o.Db.Notifications.AddRange(told.GroupBy(t => t.PersonId, t => t.Count).Select(p => new Notification
                {
                    PersonId = p.Key,
                    Kind = NotificationKind.TaskAssigned,
                    Text = LocalText.Join(
                        LocalText.Of($"process.{processKey}"),
                        LocalText.Of("Notice.Opened", p.Max().ToString(CultureInfo.InvariantCulture))),
                    At = o.Context.Now,
                }));
                return Result.Ok;
            },
            at, cancellation);
    }
}
