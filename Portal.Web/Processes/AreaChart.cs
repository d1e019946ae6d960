using System.Globalization;
using Portal.Domain.Common;

namespace Portal.Web.Processes;

/// <summary>A chart as numbers: series by label.</summary>
/// <param name="Labels">From the left.</param>
/// <param name="Series">Key of the name's text, and the counts of each, one for each label.</param>
public sealed record AreaChart(IReadOnlyList<LocalText> Labels, IReadOnlyList<(string Name, IReadOnlyList<int> Counts)> Series)
{
    public const int Months = 12;

    /// <summary>Nothing was counted.</summary>
    public bool IsEmpty => Series.All(s => s.Counts.All(c => c == 0));

    /// <summary>Counts by month.</summary>
    /// <param name="first">First day of the first month.</param>
    /// <param name="series">The days of each series; those of other months do not count.</param>
    public static AreaChart ByMonth(DateOnly first, params (string Name, IEnumerable<DateOnly> Days)[] series) => new(
        [.. Enumerable.Range(0, Months).Select(m => LocalText.Typed(first.AddMonths(m).ToString("MM/yy", CultureInfo.InvariantCulture)))],
        [.. series.Select(s => (s.Name, Counted(first, s.Days)))]);

    private static IReadOnlyList<int> Counted(DateOnly first, IEnumerable<DateOnly> days)
    {
        var counts = new int[Months];
        foreach (var month in days.Select(d => ((d.Year - first.Year) * 12) + d.Month - first.Month).Where(m => m is >= 0 and < Months))
        {
            counts[month]++;
        }

        return counts;
    }
}
