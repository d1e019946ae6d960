using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

/// <summary>The lead gives the work to another member, or until another day (Đ7.B.1).</summary>
public sealed record GroupTaskChangeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AssigneeId { get; init; }

    public DateOnly? Due { get; init; }

    public string? Reason { get; init; }
}
