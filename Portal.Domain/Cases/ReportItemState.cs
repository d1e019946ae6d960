namespace Portal.Domain.Cases;

public enum ReportItemState
{
    New,
    Reported,
    Directed,
    InProgress,
    Resolved,
    Rejected,
    CarriedOver,
}
