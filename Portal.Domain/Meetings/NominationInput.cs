using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

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
