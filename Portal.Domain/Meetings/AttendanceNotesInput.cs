using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

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
    public bool KeepsApart() =>
        !string.IsNullOrWhiteSpace(Remarks) || Issues is { Length: > 0 } || (Items ?? []).Any(i => i.IsRestricted());

    /// <summary>With the conclusions as what the group may know, where nothing else was written (R-ATT-10).</summary>
    public AttendanceNotesInput WithShare() =>
        this.IsStub() || !string.IsNullOrWhiteSpace(Share) ? this : this with { Share = Conclusions };
}
