using Portal.Web.Processes.FieldTrips;

namespace Portal.Tests.Processes.FieldTrips;

/// <summary>Periods of RP-01 and RP-02, on every day of four years.</summary>
public class TripPlanFilterTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static IEnumerable<DateOnly> Days => Enumerable.Range(0, 4 * 366).Select(First.AddDays);

    [Fact]
    public void What_is_not_asked_for_is_the_month_of_today() => Assert.All(Days, today =>
    {
        var filter = TripPlanFilter.Of(null, null, today);
        Assert.True(filter.IsWholeMonths);
        Assert.Equal((today.Year, today.Month, 1), (filter.From.Year, filter.From.Month, filter.From.Day));
        Assert.True(filter.From <= today && today <= filter.To);
        Assert.Equal($"{today:MM/yyyy}", filter.Words());
    });

    [Fact]
    public void A_period_is_never_turned_round_nor_longer_than_a_year() => Assert.All(Days, from =>
    {
        foreach (var days in new[] { -400, -1, 0, 30, 363, 367, 5000 })
        {
            var filter = TripPlanFilter.Of(from, from.AddDays(days), First);
            Assert.Equal(from, filter.From);
            Assert.InRange(filter.To, from, from.AddMonths(TripPlanFilter.MostMonths).AddDays(-1));
            Assert.Equal(days is >= 0 and < 365, filter.To == from.AddDays(days));
        }
    });

    [Fact]
    public void The_next_period_begins_the_day_after_and_leads_back() => Assert.All(Days, from =>
    {
        foreach (var filter in new[] { TripPlanFilter.OfMonth(from), TripPlanFilter.Of(from, from.AddDays(13), from), ThreeMonths(from) })
        {
            Assert.Equal(filter.To.AddDays(1), filter.Moved(1).From);
            Assert.Equal(filter, filter.Moved(1).Moved(-1));
        }
    });

    private static TripPlanFilter ThreeMonths(DateOnly day)
    {
        var last = TripPlanFilter.OfMonth(day.AddMonths(2));
        return TripPlanFilter.OfMonth(day) with { To = last.To };
    }
}
