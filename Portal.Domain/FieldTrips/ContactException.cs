namespace Portal.Domain.FieldTrips;

public enum ContactException
{
    UnannouncedByLeader,
    Emergency,
    Unreachable,
}
