namespace Portal.Web.Operations.Tasks;

public enum DueFilter
{
    Any,
    Overdue,
    Today,
    ThisWeek,
}
