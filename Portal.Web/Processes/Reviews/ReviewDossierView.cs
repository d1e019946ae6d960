using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>RP-15: all that the collective decides on.</summary>
/// <param name="Missing">Areas that it goes without.</param>
/// <param name="Quota">Ceilings of the comparable groups.</param>
/// <param name="IsDecided">The collective has decided on every area that is not missing; until then it is a draft.</param>
/// <param name="HasRestricted">Names individuals: an export says what for, and is marked.</param>
public sealed record ReviewDossierView(
    ReviewCycle Cycle, string Number, IReadOnlyList<DossierArea> Areas, IReadOnlyList<DossierMissing> Missing,
    IReadOnlyList<QuotaCount> Quota, bool IsDecided, bool HasRestricted)
{
    /// <summary>In whose place the reader reads it; null in their own right.</summary>
    public string? ReadFor { get; init; }

    /// <summary>What is submitted: what the collective has passed; before it has decided, what lies before it.</summary>
    public IReadOnlyList<DossierArea> Submitted =>
        [.. Areas.Where(a => IsDecided ? a.Proposal.IsPassed
            : a.Proposal.HasReachedCollective && a.Proposal.Status != ReviewProposalStatus.NotPassed)];

    /// <summary>Areas that the collective has refused.</summary>
    public IReadOnlyList<DossierArea> Refused =>
        [.. Areas.Where(a => a.Proposal.IsDecidedByCollective && !a.Proposal.IsPassed)];
}
