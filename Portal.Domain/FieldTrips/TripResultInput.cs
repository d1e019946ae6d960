using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>F5 Báo công.</summary>
public sealed record TripResultInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? ActualFrom { get; init; }

    public DateTime? ActualTo { get; init; }

    public string[]? ParticipantIds { get; init; }

    /// <summary>Whether appointments were kept on time, in one's own words (Đ7.A.5).</summary>
    public string? Punctuality { get; init; }

    public string? Deviations { get; init; }

    public MeetingPoint[]? Met { get; init; }

    public SituationPart[]? Situation { get; init; }

    public ReportItemInput[]? Items { get; init; }

    public AreaIssueInput[]? Issues { get; init; }

    public string? Commitments { get; init; }

    public string? Guidance { get; init; }

    public bool? Spoke { get; init; }

    public SpeechInput? Speech { get; init; }

    public Cooperation? Cooperation { get; init; }

    public string? CooperationText { get; init; }

    public string? Proposals { get; init; }

    public TripAssessment? Assessment { get; init; }

    public string? AssessmentReason { get; init; }

    public Guid[]? Files { get; init; }

    public bool? ConcernsPersonnel { get; init; }

    /// <summary>E-T6: required when the report is late.</summary>
    public string? LateReason { get; init; }
}
