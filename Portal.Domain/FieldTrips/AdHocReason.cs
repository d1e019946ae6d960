namespace Portal.Domain.FieldTrips;

public enum AdHocReason
{
    LeaderRequest,
    AreaEvent,
    Urgent,
    Other,
}
