using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

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

    /// <summary>E-M4: of a meeting that has begun or is over, the consent that a leader gave before its end.</summary>
    public OralReportInput? OralReport { get; init; }

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
