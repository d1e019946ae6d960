using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

public enum InvitationChannel
{
    Paper,
    EDocument,
    Phone,
    Message,
    Email,
}

public enum InvitationAddressee
{
    GroupLead,
    Committee,
    LeaderByName,
    Other,
}

/// <summary>F8a, the lead's choice.</summary>
public enum NominationOption
{
    /// <summary>A. The lead attends.</summary>
    LeadAttends,

    /// <summary>B. The lead is busy and sends a member.</summary>
    MemberAttends,

    /// <summary>C. As A or B, with further people.</summary>
    WithExtra,

    /// <summary>D. Nobody attends.</summary>
    NotAttend,
}

public enum LeadBusyReason
{
    Meeting,
    Trip,
    Leave,
    Sick,
    Other,
}

/// <summary>Đ5.2: whether what was decided followed procedure, publicity, democracy and rules.</summary>
public enum ProcedureObserved
{
    Correct,
    Shortcomings,
    Breach,
}

/// <summary>F7 Giấy mời. Times are local (Viet Nam).</summary>
public sealed record InvitationInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>Areas whose meeting it is. Those of other groups get a case of their own (E-M10).</summary>
    public string[]? AreaIds { get; init; }

    public string? Host { get; init; }

    /// <summary>E-M8: no invitation, but a right to attend (Đ6.1).</summary>
    public bool? WithoutInvitation { get; init; }

    public string? WithoutInvitationReason { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public DateTime? ReceivedAt { get; init; }

    public InvitationChannel? Channel { get; init; }

    public InvitationAddressee? AddressedTo { get; init; }

    public string? MeetingTypeId { get; init; }

    public string? Title { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    public bool? Online { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    public string[]? Domains { get; init; }

    /// <summary>R-ATT-02: why it concerns the group although none of the four fields is on the agenda.</summary>
    public string? OutOfScopeReason { get; init; }

    public bool? AskedToSpeak { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>Why it is another meeting than the similar one that is registered already.</summary>
    public string? SeparateReason { get; init; }
}

public sealed record ExtraAttendeeInput
{
    public string? PersonId { get; init; }

    public string? Covers { get; init; }
}

/// <summary>F8a Đề xuất người dự.</summary>
public sealed record NominationInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public NominationOption? Option { get; init; }

    public string? NomineeId { get; init; }

    public LeadBusyReason? LeadBusyReason { get; init; }

    public string? LeadBusyText { get; init; }

    public ExtraAttendeeInput[]? Extras { get; init; }

    public string? NecessityReason { get; init; }

    public string? NotAttendReason { get; init; }

    public bool? WillSpeak { get; init; }

    public string? Note { get; init; }
}

/// <summary>F9 Cho ý kiến việc dự họp.</summary>
public sealed record ConsentInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? ChangedNomineeId { get; init; }

    /// <summary>Those of the proposed further people who may go; null leaves the proposal as it is.</summary>
    public string[]? ExtraIds { get; init; }

    public string? Requirements { get; init; }

    public string? Opinion { get; init; }
}

/// <summary>After consent: further people, who need a new one (R-ATT-11).</summary>
public sealed record ExtraRequestInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ExtraAttendeeInput[]? Extras { get; init; }

    public string? NecessityReason { get; init; }
}

/// <summary>E-M5: the host moved the meeting.</summary>
public sealed record MeetingMoveInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The answer to the host; the number is the one the records office gave .</summary>
public sealed record MeetingReplyInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? SentAt { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Note { get; init; }
}

/// <summary>F8b, before the meeting.</summary>
public sealed record PreparationInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public bool? WillSpeak { get; init; }

    public SpeechInput? Speech { get; init; }
}

/// <summary>E-M3: somebody else goes, or nobody.</summary>
public sealed record SubstituteInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? NomineeId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Step 6: when the attendee arrived (R-ATT-04).</summary>
public sealed record ArrivalInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? ArrivedAt { get; init; }

    public string? LateReason { get; init; }
}

/// <summary>F10 Ghi chép, báo cáo kết quả dự họp.</summary>
public sealed record AttendanceNotesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? LeftAt { get; init; }

    public string? ChairedBy { get; init; }

    public string? AttendeesOfNote { get; init; }

    public string? Course { get; init; }

    public string? Conclusions { get; init; }

    public ProcedureObserved? Procedure { get; init; }

    public string? ProcedureText { get; init; }

    /// <summary>Remarks useful for assessing cadres: Restricted, kept apart (E-M12).</summary>
    public string? Remarks { get; init; }

    public bool? Spoke { get; init; }

    public SpeechInput? Speech { get; init; }

    /// <summary>R-ATT-06: why one spoke without having prepared it.</summary>
    public string? UnpreparedReason { get; init; }

    public ReportItemInput[]? Items { get; init; }

    public AreaIssueInput[]? Issues { get; init; }

    /// <summary>R-ATT-10: what the group may know. Written by itself; nothing of the Restricted part is copied into it.</summary>
    public string? Share { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>E-M11: required when the notes are late.</summary>
    public string? LateReason { get; init; }

    /// <summary>Something in it judges people, so that a part is Restricted.</summary>
    public bool KeepsApart() => !string.IsNullOrWhiteSpace(Remarks) || Issues is { Length: > 0 } || (Items ?? []).Any(i => i.ConcernsPersonnel == true);

    /// <summary>With the conclusions as what the group may know, where nothing else was written (R-ATT-10).</summary>
    public AttendanceNotesInput WithShare() => this.IsStub() || !string.IsNullOrWhiteSpace(Share) ? this : this with { Share = Conclusions };
}

/// <summary>The part of the notes that only those may read who answer for personnel .</summary>
public sealed record AttendanceRemarks
{
    public string? Remarks { get; init; }

    public ReportItemInput[]? Items { get; init; }

    public AreaIssueInput[]? Issues { get; init; }
}
