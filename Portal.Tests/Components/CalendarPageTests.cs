using Bunit;
using Portal.Tests.TestKit;
using Portal.Web.Features.Calendar;
using Portal.Web.Shared.Fields;

namespace Portal.Tests.Components;

/// <summary>The calendar's month, at the turn of a year.</summary>
public sealed class CalendarPageTests : ScreenTests
{
    [Theory]
    [InlineData("2027-01-01", "Lịch tháng 1/2027")] // A Friday: its week begins in December.
    [InlineData("2026-12-31", "Lịch tháng 12/2026")]
    [InlineData("2027-02-28", "Lịch tháng 2/2027")] // A month of four whole weeks.
    public async Task The_month_is_that_of_today_also_where_its_first_week_begins_before_it(string today, string heading)
    {
        Portal.GoTo(DateTime.Parse($"{today}T09:00", System.Globalization.CultureInfo.InvariantCulture));
        var page = Render<CalendarPage>();
        await page.InvokeAsync(() => page.FindComponent<SelectBox>().Instance.ValueChanged.InvokeAsync("thang"));
        page.WaitForAssertion(() => Assert.Equal(heading, page.Find("h1").TextContent.Trim()));
        Assert.Single(page.FindAll("ol.calendar > li.today"));
    }
}
