using System.Diagnostics;
using Portal.Domain.Common;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Persistence.Seed;
using Portal.Web.Setup;

namespace Portal.Tests.TestKit;

/// <summary>
/// The day on which tests with a running portal are: today, or the moment that <c>PORTAL_TODAY</c> names, from which the clock runs on. The
/// portals that the tests start are handed the same. No other file of the tests asks the machine what time it is.
/// </summary>
public static class TestClock
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);

    private static readonly string? Asked = AfterNewYear(Environment.GetEnvironmentVariable(ClockOptions.Key));

    private static readonly TimeProvider Clock = ClockOptions.ClockFrom(Asked);

    /// <summary>The working calendar as a portal has it from its first start.</summary>
    public static WorkCalendar Calendar { get; } = new(BaseSeed.CalendarDays());

    public static DateTimeOffset UtcNow => Clock.GetUtcNow();

    /// <summary>Local time of Viet Nam.</summary>
    public static DateTime Now => VietnamTime.ToLocal(UtcNow.UtcDateTime);

    public static DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>So many working days from today.</summary>
    public static DateOnly WorkingDay(int ahead) => Calendar.AddWorkingDays(Today, ahead);

    /// <summary>A program that is started now has this clock from now on.</summary>
    public static void GiveTo(ProcessStartInfo program)
    {
        if (!string.IsNullOrEmpty(Asked))
        {
            program.Environment[ClockOptions.Key] = ClockOptions.Write(UtcNow.UtcDateTime);
        }
    }

    // At New Year everybody is asked for the yearly notice again and numbers begin anew: a run that would see it in its middle begins
    // after it.
    private static string? AfterNewYear(string? asked)
    {
        var now = VietnamTime.ToLocal(ClockOptions.ClockFrom(asked).GetUtcNow().UtcDateTime);
        var newYear = new DateTime(now.Year + 1, 1, 1);
        return newYear - now < LongestRun ? ClockOptions.Write(VietnamTime.ToUtc(newYear)) : asked;
    }
}
