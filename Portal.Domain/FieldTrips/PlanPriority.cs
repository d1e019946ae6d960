namespace Portal.Domain.FieldTrips;

public enum PlanPriority
{
    Normal,
    High,
}
