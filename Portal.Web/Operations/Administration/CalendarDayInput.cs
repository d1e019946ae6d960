using Portal.Domain.WorkingCalendar;

namespace Portal.Web.Operations.Administration;

/// <summary>A day, or a period, that differs from the weekly rule.</summary>
public sealed record CalendarDayInput
{
    public DateOnly? Date { get; init; }

    /// <summary>Last day of a period; null for one day.</summary>
    public DateOnly? To { get; init; }

    public CalendarDayKind? Kind { get; init; }

    public string? Note { get; init; }

    /// <summary>Expected, not yet announced.</summary>
    public bool? Provisional { get; init; }
}
