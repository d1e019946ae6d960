namespace Portal.Domain.FieldTrips;

/// <summary>States of section 4.2.</summary>
public enum FieldTripStatus
{
    Draft,
    Notified,
    ReturnedForChange,
    Acknowledged,
    InProgress,
    AwaitingResult,
    ResultSubmitted,
    ResultReturned,
    Closed,
    Declined,
    Cancelled,
    Withdrawn,
    NotTaken,
}
