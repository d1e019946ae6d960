using Portal.Domain.Common;

namespace Portal.Domain.WorkingCalendar;

/// <summary>
/// deadlines in working days and working hours. Days and hours are those of Viet Nam; instants in and out are UTC.
/// Immutable, so one instance may serve every thread.
/// </summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, CalendarDayKind> _days;
    private readonly WorkingHours _hours;

    public WorkCalendar(IEnumerable<CalendarDay> days, WorkingHours? hours = null)
    {
        _days = days.Where(d => d.IsActive).ToDictionary(d => d.Date, d => d.Kind);
        _hours = hours ?? WorkingHours.Default;
    }

    public CalendarDayKind KindOf(DateOnly day)
    {
        if (_days.TryGetValue(day, out var kind))
        {
            return kind;
        }

        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? CalendarDayKind.Weekend : CalendarDayKind.Working;
    }

    public bool IsWorking(DateOnly day) => KindOf(day) is CalendarDayKind.Working or CalendarDayKind.SwappedWorking;

    /// <summary>The day itself when it is worked, else the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly day) => NearestWorkingDay(day, 1);

    /// <summary>The day itself when it is worked, else the working day before: for deadlines of the kind "before".</summary>
    public DateOnly OnOrBefore(DateOnly day) => NearestWorkingDay(day, -1);

    /// <summary>Counts <paramref name="count"/> working days from the day after (before, when negative) <paramref name="day"/>.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left--)
        {
            day = NearestWorkingDay(day.AddDays(step), step);
        }

        return count == 0 ? OnOrAfter(day) : day;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> lies before.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var sign = to < from ? -1 : 1;
        var (low, high) = sign > 0 ? (from, to) : (to, from);
        var count = 0;
        for (var day = low.AddDays(1); day <= high; day = day.AddDays(1))
        {
            if (IsWorking(day))
            {
                count++;
            }
        }

        return sign * count;
    }

    /// <summary>End of work (UTC) on the <paramref name="count"/>-th working day after the day of <paramref name="utc"/>.</summary>
    public DateTime DueInWorkingDays(DateTime utc, int count) =>
        VietnamTime.ToUtc(AddWorkingDays(VietnamTime.DayOf(utc), count).ToDateTime(_hours.AfternoonEnd));

    /// <summary>End of work (UTC) of a day.</summary>
    public DateTime EndOfWork(DateOnly day) => VietnamTime.ToUtc(day.ToDateTime(_hours.AfternoonEnd));

    /// <summary>Adds working time; negative spans count backwards. The result lies inside a working session.</summary>
    public DateTime AddWorkingTime(DateTime utc, TimeSpan span)
    {
        var local = VietnamTime.ToLocal(utc);
        var day = DateOnly.FromDateTime(local);
        if (span >= TimeSpan.Zero)
        {
            for (; ; day = day.AddDays(1))
            {
                foreach (var (start, end) in SessionsOf(day))
                {
                    var from = start < local ? local : start;
                    if (from >= end)
                    {
                        continue;
                    }

                    if (from + span <= end)
                    {
                        return VietnamTime.ToUtc(from + span);
                    }

                    span -= end - from;
                }
            }
        }

        span = -span;
        for (; ; day = day.AddDays(-1))
        {
            foreach (var (start, end) in SessionsOf(day).Reverse())
            {
                var to = end > local ? local : end;
                if (to <= start)
                {
                    continue;
                }

                if (to - span >= start)
                {
                    return VietnamTime.ToUtc(to - span);
                }

                span -= to - start;
            }
        }
    }

    private IEnumerable<(DateTime Start, DateTime End)> SessionsOf(DateOnly day) =>
        IsWorking(day) ? _hours.Sessions.Select(s => (day.ToDateTime(s.Start), day.ToDateTime(s.End))) : [];

    private DateOnly NearestWorkingDay(DateOnly day, int step)
    {
        // A calendar in which nobody ever works again would never end: a year without a working day is a fault in its data.
        for (var i = 0; i < 366; i++, day = day.AddDays(step))
        {
            if (IsWorking(day))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"No working day within a year of {day:yyyy-MM-dd}.");
    }
}
