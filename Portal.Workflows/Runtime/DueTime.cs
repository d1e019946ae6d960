using System.Globalization;
using Portal.Domain.Cases;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>Due times, from a step's rule, the calendar and the parameters.</summary>
public static class DueTime
{
    /// <returns>UTC, or null where the rule gives none.</returns>
    public static DateTime? Of(UserTaskSpec spec, Turn turn)
    {
        if (spec.Due is not { } rule)
        {
            return null;
        }

        var due = WithoutLimit(rule, turn);
        var last = LimitOf(spec, turn);
        return due is null || last < due ? last : due;
    }

    /// <summary>What the step is never due after, UTC: a trip's departure; null where there is none.</summary>
    public static DateTime? LimitOf(UserTaskSpec spec, Turn turn) => spec.Due?.NotAfter is { } limit ? Moment(limit, turn) : null;

    private static DateTime? WithoutLimit(DueRule rule, Turn turn)
    {
        var context = turn.Context;
        return rule switch
        {
            { At: { } name } => Moment(name, turn),
            { WorkingDays: { } days } => context.Calendar.DueInWorkingDays(context.Now, Number(days, context)),
            { WorkingHours: { } hours } => context.Calendar.AddWorkingTime(context.Now, TimeSpan.FromHours(Number(hours, context))),
            _ => null,
        };
    }

    /// <summary>A number, or a parameter's key.</summary>
    public static int Number(string text, CaseContext context) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : context.Settings.Int(text);

    private static DateTime? Moment(string name, Turn turn)
    {
        var text = name.StartsWith('=')
            ? name[1..]
            : (turn.Facts.GetValueOrDefault(name) ?? turn.File.Instance.State.Variables.GetValueOrDefault(name))?.ToString();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime
            : null;
    }
}
