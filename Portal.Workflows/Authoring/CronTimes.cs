using Portal.Workflows.Activities;

namespace Portal.Workflows.Authoring;

/// <summary>A schedule as cron writes it: minute, hour, day of the month, month, day of the week; hours are those of Viet Nam.</summary>
public static class CronTimes
{
    /// <summary>The next times of a schedule, UTC; none where it is no schedule.</summary>
    public static IEnumerable<DateTime> Next(string text, DateTime after, int count)
    {
        for (var at = Cron.Next(text, after); at is not null && count-- > 0; at = Cron.Next(text, at.Value))
        {
            yield return at.Value;
        }
    }
}
