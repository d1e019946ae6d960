namespace Portal.Web.Processes.FieldTrips;

/// <param name="Orders">Open cases that carry out a directive.</param>
/// <param name="LastVisit">Last day on which a trip to the area began; null when none is on record.</param>
public sealed record PlanSuggestion(string AreaId, DateOnly? LastVisit, int OpenItems, int Orders);
