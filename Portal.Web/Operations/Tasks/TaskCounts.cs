namespace Portal.Web.Operations.Tasks;

/// <param name="Aside">Put off until a day to come; in none of the others.</param>
public sealed record TaskCounts(int All, int Overdue, int Today, int ThisWeek, int Aside)
{
    public static TaskCounts None { get; } = new(0, 0, 0, 0, 0);
}
