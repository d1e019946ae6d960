using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>One suggestion of F13, on a collective or on an individual.</summary>
public sealed record SuggestionInput : IFlagsForHead
{
    /// <summary>Individuals only: the content lies outside of the system (R-REV-11, X-03).</summary>
    public bool? KeptOffSystem { get; init; }

    public OffSystemStub? Stub { get; init; }

    public string? SubjectName { get; init; }

    public string? Domain { get; init; }

    public string? Matter { get; init; }

    public string? Evidence { get; init; }

    public Guid[]? EvidenceCases { get; init; }

    public string? NoEvidenceReason { get; init; }

    public string? SuggestedText { get; init; }

    public bool? ClarifyCause { get; init; }

    public bool? ClarifyCollective { get; init; }

    public bool? ClarifyIndividuals { get; init; }

    public bool? ClarifyRemedy { get; init; }

    public string? BasisDocument { get; init; }

    public string? Earlier { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    /// <summary>What the head is told of: the matter, and in which respect it is his.</summary>
    internal (string? Matter, bool Centralism, bool Unity, bool Personnel) ForHead() =>
        (Matter, DemocraticCentralism == true, LeadershipUnity == true, PersonnelOfStandingCommittee == true);
}
