using Cronos;
using Portal.Domain.Common;

namespace Portal.Workflows.Activities;

internal sealed class Cron : TimeWait
{
    public override string Name => "Elsa.Cron";

    protected override string When => "cronExpression";

    protected override DateTime? Read(string text, DateTime now) => Next(text, now);

    /// <summary>The first time after a moment that a schedule says; hours and days are those of the office.</summary>
    /// <returns>UTC; null where it is no schedule, or says no time ahead.</returns>
    public static DateTime? Next(string text, DateTime now)
    {
        var format = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
        return CronExpression.TryParse(text, format, out var cron)
            && cron.GetNextOccurrence(DateTime.SpecifyKind(VietnamTime.ToLocal(now), DateTimeKind.Utc)) is { } next
                ? VietnamTime.ToUtc(DateTime.SpecifyKind(next, DateTimeKind.Unspecified)) : null;
    }
}
