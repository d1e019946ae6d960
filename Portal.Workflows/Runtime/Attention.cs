using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>When the portal reminds of a task, and whom it tells when time runs out. It never decides .</summary>
public static class Attention
{
    /// <summary>From this many working days of delay the leader in charge is told too.</summary>
    private const string EscalationKey = "Escalation.AfterDays";

    /// <summary>The next moment after <paramref name="now"/>, UTC; null when there is none.</summary>
    public static DateTime? After(DateTime now, UserTask task, UserTaskSpec spec, CaseContext context) =>
        Moments(task, spec, context).Where(m => m > now).Select(m => (DateTime?)m).Min();

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

    private static IEnumerable<DateTime> Moments(UserTask task, UserTaskSpec spec, CaseContext context)
    {
        if (task.DueAt is not { } due)
        {
            yield break;
        }

        yield return due;
        if (spec.Due?.WorkingHours is not null)
        {
            // Short deadlines: at half of the time, and four working hours before the end (step 5 of P1).
            yield return task.CreatedAt + ((due - task.CreatedAt) / 2);
            yield return context.Calendar.AddWorkingTime(due, TimeSpan.FromHours(-4));
        }

        var day = VietnamTime.DayOf(due);
        foreach (var offset in spec.Reminders ?? context.Settings.Ints("Reminder.Offsets"))
        {
            if (offset != 0)
            {
                yield return VietnamTime.ToUtc(context.Calendar.AddWorkingDays(day, offset).ToDateTime(new TimeOnly(7, 30)));
            }
        }
    }
}
