namespace Portal.Domain.ReportItems;

/// <summary>How far an item has come (Đ5.1).</summary>
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
