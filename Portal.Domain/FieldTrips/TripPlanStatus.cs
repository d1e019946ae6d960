namespace Portal.Domain.FieldTrips;

public enum TripPlanStatus
{
    Draft,
    Submitted,
    Returned,
    Acknowledged,
    Rejected,

    /// <summary>The month is over.</summary>
    Superseded,
}
