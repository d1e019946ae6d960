namespace Portal.Web.Operations;

/// <summary>What the calendar is narrowed to; empty texts narrow nothing.</summary>
public sealed record CalendarFilter(string PersonId = "", string GroupId = "", string AreaId = "");
