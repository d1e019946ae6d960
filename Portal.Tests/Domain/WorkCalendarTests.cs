using CsCheck;
using Portal.Domain.Common;
using Portal.Domain.WorkingCalendar;
using Portal.Tests.TestKit;

namespace Portal.Tests.Domain;

/// <summary>X-06 on the calendar that ships: Tết, swapped days, working hours.</summary>
public sealed class WorkCalendarTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private WorkCalendar _calendar = null!;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.CreateAsync();
        _calendar = (await _portal.Operations.ContextAsync(_portal.Person("S11"))).Calendar;
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData(2026, 2, 13, 1, 2026, 2, 23)] // Friday before Tết: the next working day is ten days later.
    [InlineData(2026, 1, 9, 1, 2026, 1, 10)] // The Saturday worked for 02/01.
    [InlineData(2026, 8, 28, 1, 2026, 9, 3)] // 31/08 swapped, 01–02/09 holidays.
    [InlineData(2026, 11, 23, 1, 2026, 11, 24)] // Announced but not in force: a working day still.
    [InlineData(2026, 2, 23, -1, 2026, 2, 13)]
    public void Working_days_skip_holidays_and_count_swapped_days(int y, int m, int d, int count, int y2, int m2, int d2) =>
        Assert.Equal(new DateOnly(y2, m2, d2), _calendar.AddWorkingDays(new DateOnly(y, m, d), count));

    [Fact]
    public void Holiday_due_a_report_of_a_trip_that_ends_before_Tet_is_due_after_it()
    {
        var returned = VietnamTime.ToUtc(new DateTime(2026, 2, 12, 16, 30, 0));
        Assert.Equal(new DateTime(2026, 2, 24, 17, 0, 0), VietnamTime.ToLocal(_calendar.DueInWorkingDays(returned, 3)));
    }

    [Theory]
    [InlineData("2026-10-05T10:30", 2, "2026-10-05T14:30")] // over the noon break
    [InlineData("2026-10-05T16:00", 2, "2026-10-06T08:30")]
    [InlineData("2026-10-09T16:30", 1, "2026-10-12T08:00")] // over the weekend
    [InlineData("2026-10-12T08:00", -1, "2026-10-09T16:30")]
    [InlineData("2026-10-10T09:00", 1, "2026-10-12T08:30")] // asked on a Saturday
    public void Working_hours_run_only_while_the_office_works(string from, int hours, string to) =>
        Assert.Equal(DateTime.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
            VietnamTime.ToLocal(_calendar.AddWorkingTime(
                VietnamTime.ToUtc(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture)), TimeSpan.FromHours(hours))));

    [Fact]
    public void Counting_forth_and_back_agree() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[1, 40]).Sample((offset, count) =>
        {
            var day = new DateOnly(2025, 6, 1).AddDays(offset);
            var later = _calendar.AddWorkingDays(day, count);
            return _calendar.IsWorking(later) && _calendar.WorkingDaysBetween(day, later) == count
                && _calendar.AddWorkingDays(later, -count) == _calendar.OnOrBefore(day);
        });
}
