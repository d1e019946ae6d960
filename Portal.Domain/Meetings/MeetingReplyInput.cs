using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>The answer to the host; the number is the one the records office gave .</summary>
public sealed record MeetingReplyInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? SentAt { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Note { get; init; }
}
