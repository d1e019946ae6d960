using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Workflows.UserTasks;

/// <summary>
/// One moment of attention of a step, written as <c>-1</c> (working days), <c>-1d@17:00</c> (the evening before), <c>-2h</c>,
/// <c>30m</c> or <c>50%</c>. Negative is before the due moment.
/// </summary>
/// <param name="At">Time of day in Viet Nam for days; null for 07:30.</param>
public sealed partial record Reminder(int Number, ReminderUnit Unit, TimeOnly? At)
{
    /// <exception cref="JsonException">The text is no reminder.</exception>
    public static Reminder Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
        {
            throw new JsonException($"'{text}' is no reminder.");
        }

        var unit = match.Groups["unit"].Value switch
        {
            "d" => ReminderUnit.Days,
            "h" => ReminderUnit.Hours,
            "m" => ReminderUnit.Minutes,
            "%" => ReminderUnit.Percent,
            _ => ReminderUnit.WorkingDays,
        };
        TimeOnly? at = match.Groups["at"].Success
            ? TimeOnly.ParseExact(match.Groups["at"].Value, "HH:mm", CultureInfo.InvariantCulture)
            : null;
        return new Reminder(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), unit, at);
    }

    [GeneratedRegex(
        @"^(?<number>[+-]?\d{1,4})(?<unit>d|h|m|%)?(@(?<at>([01]\d|2[0-3]):[0-5]\d))?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Shape();
}
