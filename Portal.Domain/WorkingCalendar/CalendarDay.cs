namespace Portal.Domain.WorkingCalendar;

/// <summary>One day that differs from the weekly rule. Inactive rows are announced but not in force.</summary>
public sealed class CalendarDay
{
    public required DateOnly Date { get; init; }

    public required CalendarDayKind Kind { get; set; }

    public string Note { get; set; } = "";

    public bool IsProvisional { get; set; }

    public bool IsActive { get; set; } = true;
}
