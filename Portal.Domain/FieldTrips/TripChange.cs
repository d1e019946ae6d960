namespace Portal.Domain.FieldTrips;

/// <summary>One change of plan (E-T4), as it was made.</summary>
public sealed record TripChange(DateTime At, string ById, string What, string Old, string New, string Reason);
