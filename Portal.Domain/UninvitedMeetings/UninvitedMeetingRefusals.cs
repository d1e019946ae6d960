using Portal.Domain.Common;

namespace Portal.Domain.UninvitedMeetings;

/// <summary>What is refused about a meeting without an invitation, and why.</summary>
internal static class UninvitedMeetingRefusals
{
    public static Refusal NoSuchType { get; } = Refusal.Invalid([new FieldError("meetingTypeId", "Common.Required", "Đ9.3")]);
}
