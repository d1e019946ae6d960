using Portal.Domain.Cases;

namespace Portal.Web.Operations.Administration;

/// <summary>A trip, a meeting or an item of a plan for a day on which an area of it is no longer there.</summary>
/// <param name="Last">The area's last day.</param>
/// <param name="Successors">Names of what became of it; empty where nothing did.</param>
/// <param name="IsPlanned">An item of a plan of which nobody has given notice.</param>
public sealed record StrandedMatter(
    string Number, EngagementKind Kind, bool IsPlanned, DateOnly From, DateOnly To, string Area, DateOnly Last, string Successors);
