namespace Portal.Web.Operations.Calendar;

/// <summary>What the calendar is narrowed to; empty texts narrow nothing.</summary>
/// <param name="WithCalledOff">Also what was to take place and no longer will.</param>
public sealed record CalendarFilter(string PersonId = "", string GroupId = "", string AreaId = "", bool WithCalledOff = false);
