namespace Portal.Web.Operations.Calendar;

/// <summary>What the calendar is narrowed to; empty texts narrow nothing.</summary>
public sealed record CalendarFilter(string PersonId = "", string GroupId = "", string AreaId = "");
