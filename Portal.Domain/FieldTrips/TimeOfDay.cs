namespace Portal.Domain.FieldTrips;

public enum TimeOfDay
{
    Morning,
    Afternoon,
    FullDay,
    SeveralDays,
}
