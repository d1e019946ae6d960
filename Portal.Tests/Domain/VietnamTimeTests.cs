using Portal.Domain.Common;
using Portal.Tests.TestKit;

namespace Portal.Tests.Domain;

/// <summary>Days and instants are reckoned with to both ends of the calendar: an address or a draft may name any.</summary>
public class VietnamTimeTests
{
    public static TheoryData<DateOnly> Days =>
    [
        DateOnly.MinValue, DateOnly.MinValue.AddDays(1), new DateOnly(2024, 2, 29), TestClock.Today, new DateOnly(2026, 12, 31),
        DateOnly.MaxValue.AddDays(-1), DateOnly.MaxValue,
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_begins_before_it_ends_and_both_are_instants_in_UTC(DateOnly day)
    {
        var (start, end) = (VietnamTime.StartOf(day), VietnamTime.EndOf(day));
        Assert.True(start < end);
        Assert.Equal((DateTimeKind.Utc, DateTimeKind.Utc), (start.Kind, end.Kind));
        Assert.Equal(day, VietnamTime.DayOf(end.AddTicks(-1)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_ends_where_the_next_begins(DateOnly day)
    {
        if (day < DateOnly.MaxValue)
        {
            Assert.Equal(VietnamTime.StartOf(day.AddDays(1)), VietnamTime.EndOf(day));
        }
    }

    [Fact]
    public void Instants_beyond_the_calendar_are_its_ends()
    {
        Assert.Equal(DateTime.MinValue, VietnamTime.ToUtc(DateTime.MinValue));
        Assert.Equal(DateTime.MaxValue, VietnamTime.ToLocal(DateTime.MaxValue));
    }
}
