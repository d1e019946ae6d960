namespace Portal.Web.Operations.Tasks;

public enum DueFilter
{
    Any,
    Overdue,
    Today,
    ThisWeek,

    /// <summary>What the person has put off until a day to come; it is in none of the others.</summary>
    Aside,
}
