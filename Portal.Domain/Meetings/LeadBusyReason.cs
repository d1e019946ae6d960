namespace Portal.Domain.Meetings;

public enum LeadBusyReason
{
    Meeting,
    Trip,
    Leave,
    Sick,
    Other,
}
