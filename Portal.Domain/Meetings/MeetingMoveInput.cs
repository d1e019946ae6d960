using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>E-M5: the host moved the meeting.</summary>
public sealed record MeetingMoveInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Reason { get; init; }
}
