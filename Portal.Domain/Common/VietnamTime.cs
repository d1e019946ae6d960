namespace Portal.Domain.Common;

/// <summary>Instants are UTC; days and hours of work are those of Viet Nam (UTC+7, no daylight saving).</summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);
}
