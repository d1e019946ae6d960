namespace Portal.Domain.Cases;

public enum NotificationKind
{
    TaskAssigned,
    TaskReturned,
    DueSoon,
    Overdue,
    Escalated,
    Decision,
    Directive,
    ReservedOpinion,
    ForHead,
    UrgentItem,
    Changed,
    Cancelled,
    Compliance,
    Incident,
    Delegation,
    Mentioned,
    Asked,
    Answered,
    InvitedToWrite,

    /// <summary>A change of the organisation that waits for a leader, or was decided on.</summary>
    OrganisationRequest,

    /// <summary>What became of an item of an area (Đ5.1).</summary>
    ReportItem,

    /// <summary>Called to a meeting, or to it at another hour or place.</summary>
    Invited,
}
