using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;

namespace Portal.Domain.UninvitedMeetings;

/// <summary>
/// Họp không mời (Đ9.3): a meeting on these fields that is known to have taken place without an invitation, noted for follow-up with the
/// unit. Who attends without an invitation, because the Regulation gives the right to (E-M8), registers the meeting instead.
/// </summary>
public sealed class UninvitedMeeting : FollowedRecord
{
    private UninvitedMeeting()
    {
    }

    private UninvitedMeeting(NewUninvitedMeetingInput input, DateTime at, FollowedOrigin origin, CaseContext context)
        : base(input, at, origin, context) =>
        (MeetingTypeId, Title, KnownFrom, Summary) = (input.MeetingTypeId!, input.Title ?? "", input.KnownFrom ?? "", input.Summary ?? "");

    public string MeetingTypeId { get; private init; } = "";

    public string Title { get; private init; } = "";

    /// <summary>How the group came to know of it.</summary>
    public string KnownFrom { get; private init; } = "";

    public string Summary { get; private init; } = "";

    /// <summary>By a member of the group that watches the area today.</summary>
    public static Result<UninvitedMeeting> Enter(NewUninvitedMeetingInput input, CaseContext context)
    {
        var group = GroupFor(input, context);
        if (!group.IsSuccess)
        {
            return group.Refusal;
        }

        if (input.Date > context.Today)
        {
            return FollowUpRefusals.NotYet("date");
        }

        var at = VietnamTime.StartOf(input.Date!.Value);
        return context.Directory.Data.MeetingTypes.Any(t => t.Id == input.MeetingTypeId)
            ? new UninvitedMeeting(input, at, new FollowedOrigin(null, 0, group.Value, context.PrincipalId), context)
            : UninvitedMeetingRefusals.NoSuchType;
    }
}
