namespace Portal.Domain.Reviews;

/// <summary>The cycle's days as they were, and why they moved.</summary>
public sealed record CalendarChange(ReviewCalendar Before, int Days, string Reason, string PersonId, DateTime At);
