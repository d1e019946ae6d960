using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Web.Shared.Fields;

/// <summary>A time of the day as people write it: 14:30, 14h30, 14h, 8, 8g15, 14.30, 1430, 830.</summary>
public static partial class TypedTime
{
    /// <returns>Null for what is no time of a day.</returns>
    public static TimeOnly? Read(string? text)
    {
        if (Pattern().Match(text ?? "") is not { Success: true } found)
        {
            return null;
        }

        int Number(string group) => found.Groups[group] is { Success: true, Value: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;
        var (hour, minute) = (Number("hour"), Number("minute"));
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        @"^\s*(?<hour>\d{1,2})\s*([:.hHgG]\s*(?<minute>\d{1,2})?|(?<minute>\d{2}))?\s*(giờ|p|ph)?\s*$", RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Pattern();
}
