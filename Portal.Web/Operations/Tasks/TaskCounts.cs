namespace Portal.Web.Operations.Tasks;

public sealed record TaskCounts(int All, int Overdue, int Today, int ThisWeek);
