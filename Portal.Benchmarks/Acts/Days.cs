namespace Portal.Benchmarks.Acts;

/// <summary>
/// The portal's clock starts at one moment, a Tuesday morning, whatever day the machine has: the figures are the same all the year round.
/// </summary>
internal static class Days
{
    /// <summary>As the portal reads its setting <c>PORTAL_TODAY</c>.</summary>
    public const string Start = "2026-10-06T08:30";

    public static readonly DateOnly Today = new(2026, 10, 6);

    /// <summary>Some minutes before the portal was started.</summary>
    public static DateTime Earlier(int hour, int minute) => Today.ToDateTime(new TimeOnly(hour, minute));

    /// <summary>A day of the same month, far enough ahead for every notice to be in time.</summary>
    public static DateTime At(int day, int hour, int minute = 0) => new(2026, 10, day, hour, minute, 0);
}
