using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public enum AdHocReason
{
    LeaderRequest,
    AreaEvent,
    Urgent,
    Other,
}

public enum ContactException
{
    UnannouncedByLeader,
    Emergency,
    Unreachable,
}

public enum TripAssessment
{
    AsPlanned,
    Partly,
    NotAchieved,
}

public enum CancelledBy
{
    GroupLead,
    LeaderInCharge,
    AreaRequest,
}

/// <summary>One line of the programme; times are local.</summary>
public sealed record ProgrammeLine
{
    public DateOnly? Date { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }

    public string? Place { get; init; }

    public string? With { get; init; }

    public string? Content { get; init; }
}

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

/// <summary>F3, for one area.</summary>
public sealed record AreaContactInput
{
    public string? AreaId { get; init; }

    public bool? Exception { get; init; }

    public ContactException? ExceptionReason { get; init; }

    public string? ExceptionText { get; init; }

    public string? ContactPerson { get; init; }

    public string? Position { get; init; }

    public DateTime? At { get; init; }

    public ContactChannel? Channel { get; init; }

    public bool? WithAreaLeaders { get; init; }

    public string? AreaLeaderName { get; init; }

    public string? AreaLeaderContent { get; init; }

    public string? Agreed { get; init; }

    public string? ProgrammeChanges { get; init; }
}

/// <summary>F3 Liên hệ trước: one row for each area (E-T10).</summary>
public sealed record PriorContactInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public AreaContactInput[]? Contacts { get; init; }
}

public sealed record TripCancelInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public CancelledBy? By { get; init; }

    public string? Reason { get; init; }

    public bool? AreaInformed { get; init; }
}

/// <summary>E-T4. Only what is filled in changes.</summary>
public sealed record TripChangeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? DepartsAt { get; init; }

    public DateTime? ReturnsAt { get; init; }

    public string? Place { get; init; }

    public string? Purpose { get; init; }

    public string[]? ParticipantIds { get; init; }

    public string? Reason { get; init; }
}

public sealed record ParticipantConfirmation
{
    public string? PersonId { get; init; }

    public bool? Went { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Step 7: who went, and when.</summary>
public sealed record DepartureInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? DepartedAt { get; init; }

    public ParticipantConfirmation[]? Participants { get; init; }
}

/// <summary>Step 8: notes while away.</summary>
public sealed record TripNotesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? ReturnedAt { get; init; }

    public string? Notes { get; init; }

    public string? Deviations { get; init; }

    public Guid[]? Files { get; init; }
}

public sealed record MeetingPoint
{
    public string? AreaId { get; init; }

    public string? Place { get; init; }

    public string? Person { get; init; }

    public string? Content { get; init; }
}

/// <summary>Situation of one area in one field of work; each part lands on its area (E-T10).</summary>
public sealed record SituationPart
{
    public string? AreaId { get; init; }

    public string? Domain { get; init; }

    public string? Text { get; init; }
}

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
