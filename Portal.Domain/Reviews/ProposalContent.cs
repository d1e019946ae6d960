using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F13 without the rating: what annual and ad hoc proposals share.</summary>
public abstract record ProposalContent : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public bool? NoSuggestion { get; init; }

    public string? NoSuggestionReason { get; init; }

    public SuggestionInput[]? Suggestions { get; init; }

    public SuggestionInput[]? Individuals { get; init; }

    /// <summary>Staff who are concerned themselves, or related to a subject: they do not act here (R-REV-09).</summary>
    public string[]? ConflictedIds { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>Evidence on individuals: kept apart like what it is about .</summary>
    public Guid[]? IndividualFiles { get; init; }
}
