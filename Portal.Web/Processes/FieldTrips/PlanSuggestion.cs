namespace Portal.Web.Processes.FieldTrips;

/// <param name="LastVisit">Last day on which a trip to the area began; null when none is on record.</param>
/// <param name="OpenItems">Those that the person may read.</param>
/// <param name="RestrictedItems">How many there are beside them, masked; null where there are none.</param>
/// <param name="Orders">Open cases that carry out a directive.</param>
public sealed record PlanSuggestion(string AreaId, DateOnly? LastVisit, int OpenItems, string? RestrictedItems, int Orders);
