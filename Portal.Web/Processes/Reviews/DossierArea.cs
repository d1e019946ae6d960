using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>One area of the dossier.</summary>
/// <param name="Carried">Remedies that an earlier cycle left to this one, as far as the reader may know of them.</param>
/// <param name="Evidence">Cases that its suggestions rest on; without a title where the reader may know no more than the number.</param>
public sealed record DossierArea(
    ReviewProposal Proposal, string Number, IReadOnlyList<ReviewSuggestion> Suggestions, IReadOnlyList<DossierOpinion> Opinions,
    IReadOnlyDictionary<Guid, LinkedCase> Evidence, IReadOnlyList<ReviewRemedy> Carried);
