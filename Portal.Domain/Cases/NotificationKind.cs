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
}
