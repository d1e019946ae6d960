using Portal.Domain.FieldTrips;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>One line of RP-02: how a group's plan of a month was carried out.</summary>
public sealed record PlanTotals(
    string GroupId, string? PlanNumber, TripPlanStatus? Status, bool NoTrip, int Planned, int Done, int UnderWay, int Dropped, int AdHoc);
