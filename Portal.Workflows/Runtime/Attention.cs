using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>When the portal reminds of a task, and whom it tells when time runs out. It never decides .</summary>
public static class Attention
{
    /// <summary>From this many working days of delay the leader in charge is told too.</summary>
    private const string EscalationKey = "Escalation.AfterDays";

    private static readonly TimeOnly Morning = new(7, 30);

    /// <summary>The first moment of a step that opens now: at once where its time has run out already and something follows from
    /// that.</summary>
    public static DateTime? First(UserTask task, UserTaskSpec spec, Turn turn) =>
        task.DueAt <= turn.Context.Now && (spec.OnTimeout.Do is "leave" or "widen")
            ? turn.Context.Now
            : After(turn.Context.Now, task, spec, turn);

    /// <summary>The next moment after <paramref name="now"/>, UTC; null when there is none.</summary>
    public static DateTime? After(DateTime now, UserTask task, UserTaskSpec spec, Turn turn) =>
        Moments(task, spec, DueTime.LimitOf(spec, turn) ?? task.DueAt, turn.Context).Where(m => m > now).Select(m => (DateTime?)m).Min();

    /// <summary>What is due to be said at this moment.</summary>
    public static (NotificationKind Kind, IReadOnlyList<string> EscalateTo) At(UserTask task, UserTaskSpec spec, CaseContext context)
    {
        if (task.DueAt is not { } due || context.Now < due)
        {
            return (NotificationKind.DueSoon, []);
        }

        var late = context.Calendar.WorkingDaysBetween(VietnamTime.DayOf(due), context.Today);
        var to = new List<string>();
        if (spec.OnTimeout.Do == "escalate")
        {
            to.AddRange(spec.OnTimeout.To);
        }

        if (late >= context.Settings.Int(EscalationKey))
        {
            to.Add("leaderInCharge");
        }

        return (NotificationKind.Overdue, [.. to.Distinct()]);
    }

    /// <param name="end">Until when there is time, be the step due before: a trip's departure.</param>
    private static IEnumerable<DateTime> Moments(UserTask task, UserTaskSpec spec, DateTime? end, CaseContext context)
    {
        if (task.DueAt is not { } due || end is not { } last)
        {
            yield break;
        }

        yield return due;
        if (spec.Due?.WorkingHours is not null)
        {
            // Short deadlines: at half of the time there is, and four working hours before its end (step 5 of P1: before the departure).
            yield return task.CreatedAt + ((last - task.CreatedAt) / 2);
            yield return context.Calendar.AddWorkingTime(last, TimeSpan.FromHours(-4));
        }

        var reminders = spec.Reminders
            ?? context.Settings.Ints("Reminder.Offsets").Select(o => new Reminder(o, ReminderUnit.WorkingDays, null));
        foreach (var moment in reminders.Select(r => Moment(r, task.CreatedAt, due, context)).OfType<DateTime>())
        {
            yield return moment;
        }
    }

    private static DateTime? Moment(Reminder reminder, DateTime opened, DateTime due, CaseContext context)
    {
        var day = VietnamTime.DayOf(due);
        return reminder.Unit switch
        {
            // "0" is the due moment itself.
            ReminderUnit.WorkingDays when reminder is { Number: 0, At: null } => null,
            ReminderUnit.WorkingDays => Local(reminder.Number == 0 ? day : context.Calendar.AddWorkingDays(day, reminder.Number)),
            ReminderUnit.Days => Local(day.AddDays(reminder.Number)),
            ReminderUnit.Hours => due.AddHours(reminder.Number),
            ReminderUnit.Minutes => due.AddMinutes(reminder.Number),
            ReminderUnit.Percent => opened + ((due - opened) * (reminder.Number / 100.0)),
            _ => null,
        };

        DateTime Local(DateOnly at) => VietnamTime.ToUtc(at.ToDateTime(reminder.At ?? Morning));
    }
}
