using Portal.Domain.FieldTrips;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>One line of RP-01: a trip as planned, or an ad hoc trip beside the plan.</summary>
/// <param name="PlanNumber">Number of the plan; null for an ad hoc trip.</param>
/// <param name="TripNumber">Number of the trip made of it; null before its notice.</param>
public sealed record PlanRow(
    Guid? ItemId, string GroupId, string? PlanNumber, int Number, DateOnly From, DateOnly To, IReadOnlyList<string> AreaIds, string Place,
    string Purpose,
    string TripLeaderId, PlanItemState State, string Directive, string Reason, DateOnly? MovedFrom, string? TripNumber, bool MayNotify);
