using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.UninvitedMeetings;

/// <summary>A conference on these fields that a unit held without inviting the lead (Đ9.3).</summary>
public sealed record NewUninvitedMeetingInput : IFollowedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public string? MeetingTypeId { get; init; }

    public DateOnly? Date { get; init; }

    public string? Title { get; init; }

    public string? Domain { get; init; }

    public string? KnownFrom { get; init; }

    public string? Summary { get; init; }

    public string? FollowUp { get; init; }

    public DateOnly? FollowUpDue { get; init; }

    public bool? ConcernsPersonnel { get; init; }
}
