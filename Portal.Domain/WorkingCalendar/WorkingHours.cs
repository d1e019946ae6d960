namespace Portal.Domain.WorkingCalendar;

/// <summary>Half-day sessions of a working day, local time. Default 07:30–11:30 and 13:30–17:00 (setting <c>Calendar.*</c>).</summary>
public sealed record WorkingHours(TimeOnly MorningStart, TimeOnly MorningEnd, TimeOnly AfternoonStart, TimeOnly AfternoonEnd)
{
    public static WorkingHours Default { get; } = new(new(7, 30), new(11, 30), new(13, 30), new(17, 0));

    public IEnumerable<(TimeOnly Start, TimeOnly End)> Sessions => [(MorningStart, MorningEnd), (AfternoonStart, AfternoonEnd)];
}
