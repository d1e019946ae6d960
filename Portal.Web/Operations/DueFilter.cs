namespace Portal.Web.Operations;

public enum DueFilter
{
    Any,
    Overdue,
    Today,
    ThisWeek,
}
