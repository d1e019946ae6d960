using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

/// <summary>Another day, hour or place.</summary>
public sealed record GroupMeetingMoveInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    /// <summary>Empty: where it was to be.</summary>
    public string? Place { get; init; }

    public string? Reason { get; init; }
}
