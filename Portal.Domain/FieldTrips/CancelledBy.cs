namespace Portal.Domain.FieldTrips;

public enum CancelledBy
{
    GroupLead,
    LeaderInCharge,
    AreaRequest,
}
