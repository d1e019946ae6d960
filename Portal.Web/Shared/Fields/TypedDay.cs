using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Common;
using Portal.Domain.WorkingCalendar;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// A day as people write it: 24/11/2026, 24-11-26, 24.11, 2/12; hôm nay, mai, mốt, hôm qua; thứ 3, t3, chủ nhật, cn (the next one);
/// +2 and -1 (working days from today).
/// </summary>
public static partial class TypedDay
{
    private static readonly Dictionary<string, int> FromToday = new(StringComparer.Ordinal)
    {
        ["hom nay"] = 0,
        ["nay"] = 0,
        ["mai"] = 1,
        ["ngay mai"] = 1,
        ["mot"] = 2,
        ["ngay mot"] = 2,
        ["ngay kia"] = 2,
        ["hom qua"] = -1,
        ["qua"] = -1,
        ["today"] = 0,
        ["tomorrow"] = 1,
        ["yesterday"] = -1,
    };

    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["cn"] = DayOfWeek.Sunday,
        ["chu nhat"] = DayOfWeek.Sunday,
        ["hai"] = DayOfWeek.Monday,
        ["ba"] = DayOfWeek.Tuesday,
        ["tu"] = DayOfWeek.Wednesday,
        ["nam"] = DayOfWeek.Thursday,
        ["sau"] = DayOfWeek.Friday,
        ["bay"] = DayOfWeek.Saturday,
    };

    /// <returns>Null for what is no day. Without a year it is the one nearest to today.</returns>
    public static DateOnly? Read(string? text, DateOnly today, WorkCalendar calendar)
    {
        var typed = VietnameseText.Fold(text).Trim();
        if (FromToday.TryGetValue(typed, out var days))
        {
            return today.AddDays(days);
        }

        if (WeekdayOf(typed) is { } weekday)
        {
            return today.AddDays(((int)weekday - (int)today.DayOfWeek + 7) % 7);
        }

        var raw = (text ?? "").Trim();
        if (WorkingDays().IsMatch(raw))
        {
            return calendar.AddWorkingDays(today, int.Parse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        return DayAndMonth().Match(raw) is { Success: true } found ? DayOf(found, today) : null;
    }

    private static DayOfWeek? WeekdayOf(string typed)
    {
        if (Weekdays.TryGetValue(typed, out var sunday) && typed[0] == 'c')
        {
            return sunday;
        }

        if (NamedDay().Match(typed) is not { Success: true } found)
        {
            return null;
        }

        var name = found.Groups["name"].Value;
        return name[0] is >= '2' and <= '7' ? (DayOfWeek)(name[0] - '1') : Weekdays[name];
    }

    private static DateOnly? DayOf(Match found, DateOnly today)
    {
        int Number(string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);
        var (day, month) = (Number("day"), Number("month"));
        if (found.Groups["year"].Success)
        {
            var year = Number("year");
            return On(found.Groups["year"].Length == 2 ? 2000 + year : year);
        }

        return new[] { On(today.Year), On(today.Year + 1), On(today.Year - 1) }.OfType<DateOnly>()
            .Cast<DateOnly?>()
            .MinBy(d => Math.Abs(d!.Value.DayNumber - today.DayNumber));

        DateOnly? On(int year) =>
            month is >= 1 and <= 12 && year is >= 1900 and <= 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                ? new DateOnly(year, month, day)
                : null;
    }

    [GeneratedRegex(@"^(t|thu)\s*(?<name>[2-7]|hai|ba|tu|nam|sau|bay)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"^[+-]\d{1,3}$", RegexOptions.None, 10_000)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(
        @"^(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})(\s*[/.-]\s*(?<year>\d{4}|\d{2}))?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DayAndMonth();
}
