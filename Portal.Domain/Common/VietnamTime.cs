namespace Portal.Domain.Common;

/// <summary>
/// Instants are UTC; days and hours of work are those of Viet Nam (UTC+7, no daylight saving). At the ends of the calendar the nearest
/// instant there is stands for the one beyond: any day that somebody types can be reckoned with.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateTime ToLocal(DateTime utc) => Moved(utc, Offset, DateTimeKind.Unspecified);

    public static DateTime ToUtc(DateTime local) => Moved(local, -Offset, DateTimeKind.Utc);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>The instant, in UTC, at which a day begins in Viet Nam.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant, in UTC, at which the day after begins: the first that is no longer of the day.</summary>
    public static DateTime EndOf(DateOnly day) =>
        day == DateOnly.MaxValue ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) : StartOf(day.AddDays(1));

    /// <summary>First day of the week that a day lies in.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTime Moved(DateTime at, TimeSpan by, DateTimeKind kind) =>
        new(Math.Clamp(at.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), kind);
}
