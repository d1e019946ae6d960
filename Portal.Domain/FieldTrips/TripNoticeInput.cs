using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>F2 Báo việc. Dates and times are local (Viet Nam).</summary>
public sealed record TripNoticeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string[]? AreaIds { get; init; }

    /// <summary>Empty means an ad hoc trip (E-T3).</summary>
    public Guid? PlanItemId { get; init; }

    public AdHocReason? AdHocReason { get; init; }

    public string? AdHocText { get; init; }

    public DateTime? DepartsAt { get; init; }

    public DateTime? ReturnsAt { get; init; }

    public string? Place { get; init; }

    public string? Purpose { get; init; }

    public string[]? Domains { get; init; }

    public ProgrammeLine[]? Programme { get; init; }

    public string[]? ParticipantIds { get; init; }

    public string? TripLeaderId { get; init; }

    public Guid[]? MeetingIds { get; init; }

    public string? Transport { get; init; }

    public string? Documents { get; init; }

    public Guid[]? Files { get; init; }

    public bool? ExpectsToSpeak { get; init; }

    public SpeechInput? Speech { get; init; }

    public bool? ReportedOrally { get; init; }

    public OralReportInput? OralReport { get; init; }

    /// <summary>R-TRIP-04: required when the notice is later than the lead time; asked for then.</summary>
    public string? LateReason { get; init; }
}
