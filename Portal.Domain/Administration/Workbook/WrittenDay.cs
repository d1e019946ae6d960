using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>A day as offices write it into cells: 1/9/2026, 01-09-26, 1.9.2026, 2026-09-01, ngày 1 tháng 9 năm 2026.</summary>
public static partial class WrittenDay
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int Century = 100;

    /// <summary>Two figures up to here are of this century.</summary>
    private const int LastOfThisCentury = 69;

    /// <returns>The day, or the code of what is wrong with the text.</returns>
    public static (DateOnly? Day, string? Error) Read(string text)
    {
        var folded = VietnameseText.Fold(text);
        foreach (var pattern in new[] { DayFirst(), InWords(), YearFirst() })
        {
            if (pattern.Match(folded) is { Success: true } found)
            {
                return Made(YearOf(found.Groups["y"].Value), NumberOf(found, "m"), NumberOf(found, "d"));
            }
        }

        return (null, OnlyMonth().IsMatch(folded) ? "Workbook.NoDayOfMonth" : "Workbook.BadDay");
    }

    private static (DateOnly? Day, string? Error) Made(int year, int month, int day)
    {
        var isDay = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return isDay ? (new DateOnly(year, month, day), null) : (null, "Workbook.BadDay");
    }

    private static int YearOf(string figures)
    {
        var year = int.Parse(figures, CultureInfo.InvariantCulture);
        if (figures.Length > 2)
        {
            return year;
        }

        return year + (year <= LastOfThisCentury ? FirstYear + Century : FirstYear);
    }

    private static int NumberOf(Match found, string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    // Spaces around the marks are usual; a time of midnight stands behind the days of other programs.
    [GeneratedRegex(
        @"^(?<d>\d{1,2}) ?(?<s>[/.\-]) ?(?<m>\d{1,2}) ?\k<s> ?(?<y>\d{4}|\d{2})( 0{1,2}:00(:00)?)?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"^(?<y>\d{4}) ?(?<s>[/.\-]) ?(?<m>\d{1,2}) ?\k<s> ?(?<d>\d{1,2})([t ]0{1,2}:00(:00(\.0+)?)?z?)?$",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(ngay )?(?<d>\d{1,2}) ?thang (?<m>\d{1,2}),? nam (?<y>\d{4})\.?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InWords();

    [GeneratedRegex(
        @"^((thang )?\d{1,2} ?([/.\-]|,? nam) ?\d{4}|\d{4} ?[/.\-] ?\d{1,2}|(nam )?(19|20)\d\d)$",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex OnlyMonth();
}
