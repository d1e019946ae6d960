namespace Portal.Web.Operations;

public sealed record TaskCounts(int All, int Overdue, int Today, int ThisWeek);
