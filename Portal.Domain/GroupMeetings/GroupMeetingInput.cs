using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

/// <summary>The lead calls the group together (Đ7.B.2).</summary>
public sealed record GroupMeetingInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? GroupId { get; init; }

    /// <summary>Viet Nam time; it may have begun already.</summary>
    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    public string? Place { get; init; }

    public string[]? InvitedIds { get; init; }

    public AgendaPoint[]? Agenda { get; init; }

    public Guid[]? Files { get; init; }
}
