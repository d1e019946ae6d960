
namespace Portal.Workflows.Engine;

/// <summary>A rule that must hold here, named as in the specification (<c>R-TRIP-03</c>). Refused, nothing of the burst happens.</summary>
public sealed record DemandGuard(string ActivityId, string Rule, string? Item = null) : Effect;
