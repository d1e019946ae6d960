using System.Globalization;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Which plans and trips RP-01 and RP-02 are about.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before the first and at most <see cref="MostMonths"/> after it.</param>
public sealed record TripPlanFilter(DateOnly From, DateOnly To)
{
    public const int MostMonths = 12;

    /// <summary>Only this group; empty for all.</summary>
    public string GroupId { get; init; } = "";

    /// <summary>Only the groups of this leader; empty for all.</summary>
    public string LeaderId { get; init; } = "";

    /// <summary>Nothing but whole months: a plan is one of a month.</summary>
    public bool IsWholeMonths => From.Day == 1 && To == LastOf(To);

    /// <summary>The month that a day lies in.</summary>
    public static TripPlanFilter OfMonth(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), LastOf(day));

    /// <summary>The period that somebody asks for, with what is missing or does not fit put right.</summary>
    /// <param name="from">Null for the month of today, or that of the last day.</param>
    /// <param name="to">Null for the end of the first day's month.</param>
    public static TripPlanFilter Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var first = from ?? OfMonth(to ?? today).From;
        var last = to is { } day && day >= first ? day : LastOf(first);
        var most = first.AddMonths(MostMonths).AddDays(-1);
        return new TripPlanFilter(first, last < most ? last : most);
    }

    /// <summary>The period before or after, as long as this one.</summary>
    public TripPlanFilter Moved(int by)
    {
        if (!IsWholeMonths)
        {
            var days = by * (To.DayNumber - From.DayNumber + 1);
            return this with { From = From.AddDays(days), To = To.AddDays(days) };
        }

        var months = ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
        return this with { From = From.AddMonths(by * months), To = LastOf(To.AddMonths(by * months)) };
    }

    /// <summary>11/2026; 09/2026 – 11/2026; 02/11/2026 – 15/11/2026.</summary>
    public string Words()
    {
        var format = IsWholeMonths ? "MM/yyyy" : "dd/MM/yyyy";
        var (from, to) = (From.ToString(format, CultureInfo.InvariantCulture), To.ToString(format, CultureInfo.InvariantCulture));
        return from == to ? from : $"{from} – {to}";
    }

    private static DateOnly LastOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
