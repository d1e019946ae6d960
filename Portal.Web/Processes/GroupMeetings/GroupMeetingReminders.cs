using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Domain.Organisation;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Operations;

namespace Portal.Web.Processes.GroupMeetings;

/// <summary>
/// Đ7.B.2, once a month at least [D]: from day <c>Grp.RemindDay</c> of a month on, the lead of a group that has no meeting in it is
/// reminded, once.
/// </summary>
public sealed class GroupMeetingReminders(PortalOperations operations) : IDailyWork
{
    private static readonly LocalText Words = LocalText.Of("Notice.GroupMeetingDue");

    public string Name => "Reminders of group meetings";

    public TimeOnly NotBefore => TimeOnly.MinValue;

    public async Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var today = context.Today;
        if (!IsTime(today, context.Settings.Int("Grp.RemindDay"), context.Calendar))
        {
            return 0;
        }

        var month = new DateOnly(today.Year, today.Month, 1);
        var (from, to) = (VietnamTime.StartOf(month), VietnamTime.StartOf(month.AddMonths(1)));
        var met = await operations.ReadAsync(
            db => db.Set<GroupMeeting>()
                .Where(m => m.StartsAt >= from && m.StartsAt < to && m.Status != GroupMeetingStatus.Cancelled)
                .Select(m => m.GroupId).Distinct().ToListAsync(cancellation),
            cancellation);
        string[] leads =
        [
            .. context.Directory.Data.Groups.Where(g => g.IsValidOn(today) && !met.Contains(g.Id))
                .Select(g => context.Directory.LeadOf(g.Id, today)).OfType<string>().Distinct(),
        ];
        var reminded = await RemindedAsync(leads, from, cancellation);
        string[] due = [.. leads.Except(reminded)];
        if (due.Length > 0)
        {
            await operations.RunAsync(Actor.System, o => Task.FromResult(Remind(o, due)), at, cancellation);
        }

        return due.Length;
    }

    /// <summary>A working day not before that day of its month; where no other follows in the month, the last one before it.</summary>
    /// <param name="remindDay">1 to 28.</param>
    public static bool IsTime(DateOnly today, int remindDay, WorkCalendar calendar) =>
        calendar.IsWorking(today) && today >= calendar.OnOrBefore(new DateOnly(today.Year, today.Month, remindDay));

    private Task<List<string>> RemindedAsync(string[] leads, DateTime from, CancellationToken cancellation) => operations.ReadAsync(
        db => db.Notifications
            .Where(n => leads.Contains(n.PersonId) && n.At >= from && n.Kind == NotificationKind.DueSoon && n.Text == Words)
            .Select(n => n.PersonId).Distinct().ToListAsync(cancellation),
        cancellation);

    private static Result Remind(Operation o, IEnumerable<string> leads)
    {
        o.Db.Notifications.AddRange(leads.Select(lead => new Notification
        {
            PersonId = lead,
            Kind = NotificationKind.DueSoon,
            Text = Words,
            At = o.Context.Now,
        }));
        return Result.Ok;
    }
}
