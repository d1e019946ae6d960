using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>RP-15: all that the collective decides on.</summary>
/// <param name="Missing">Areas that it goes without, with the reason; empty where none was given.</param>
/// <param name="HasRestricted">Names individuals: an export says what for, and is marked.</param>
public sealed record ReviewDossierView(
    ReviewCycle Cycle, string Number, IReadOnlyList<DossierArea> Areas, IReadOnlyList<(string AreaId, string Reason)> Missing,
    IReadOnlyList<QuotaCount> Quota, bool HasRestricted);
