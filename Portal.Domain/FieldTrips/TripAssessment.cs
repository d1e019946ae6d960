namespace Portal.Domain.FieldTrips;

public enum TripAssessment
{
    AsPlanned,
    Partly,
    NotAchieved,
}
