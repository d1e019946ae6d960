namespace Portal.Domain.WorkingCalendar;

public enum CalendarDayKind
{
    Working,
    Weekend,
    Holiday,
    CompensationOff,
    SwappedWorking,
}
