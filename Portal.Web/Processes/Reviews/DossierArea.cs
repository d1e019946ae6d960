using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>One area of the dossier.</summary>
public sealed record DossierArea(
    ReviewProposal Proposal, string Number, IReadOnlyList<ReviewSuggestion> Suggestions, IReadOnlyList<DossierOpinion> Opinions);
