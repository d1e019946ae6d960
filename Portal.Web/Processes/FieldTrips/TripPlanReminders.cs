using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>
/// P1, step 4: a planned trip without a notice is brought to the lead's mind three working days before, and on its day to the
/// lead's and the leader's. Once each, however often this runs.
/// </summary>
public sealed class TripPlanReminders(PortalOperations operations) : IDailyWork
{
    /// <summary>Working days before the planned date on which the lead is reminded of a missing notice.</summary>
    private const int DaysAhead = 3;

    public string Name => "Reminders of planned trips";

    public TimeOnly NotBefore => TimeOnly.MinValue;

    public async Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var today = context.Today;
        var early = context.Calendar.AddWorkingDays(today, DaysAhead);
        if (!context.Calendar.IsWorking(today))
        {
            return 0;
        }

        var due = await operations.ReadAsync(
            db => db.Set<TripPlanItem>()
                .Where(i => i.State == PlanItemState.Planned && i.IsReleased && i.DateFrom >= today && i.DateFrom <= early)
                .Where(i => i.RemindedOn == null || (i.DateFrom == today && i.RemindedOn < today))
                .Select(i => i.Id).ToListAsync(cancellation),
            cancellation);
        foreach (var id in due)
        {
            await operations.RunAsync(Actor.System, o => RemindAsync(o, id, cancellation), at, cancellation);
        }

        return due.Count;
    }

    private static async Task<Result> RemindAsync(Operation o, Guid itemId, CancellationToken cancellation)
    {
        var (directory, today) = (o.Context.Directory, o.Context.Today);
        var item = await o.Db.Set<TripPlanItem>().FirstAsync(i => i.Id == itemId, cancellation);
        var number = await o.Db.Cases.Where(c => c.Id == item.PlanId).Select(c => c.Number).FirstAsync(cancellation);
        var onTheDay = item.DateFrom == today;
        string?[] people = [directory.LeadOf(item.GroupId, today), onTheDay ? directory.LeaderInCharge(null, item.GroupId, today) : null];
        foreach (var person in people.OfType<string>().Distinct())
        {
            o.Db.Notifications.Add(new Notification
            {
                PersonId = person,
                Kind = onTheDay ? NotificationKind.Overdue : NotificationKind.DueSoon,
                CaseId = item.PlanId,
                Text = LocalText.Join(
                    LocalText.Typed(number), LocalText.Of("Notice.TripToReport"),
                    LocalText.Typed(string.Join(", ", (item.Content.AreaIds ?? []).Select(directory.AreaName)))),
                At = o.Context.Now,
            });
            o.Store.Touch(item.PlanId, [person]);
        }

        return item.NoteReminder(today);
    }
}
