using Portal.Domain.Cases;

namespace Portal.Domain.Meetings;

/// <summary>
/// Section 13, P2: the records office knows of meetings, reads the invitation, the answer to the host and the outcome of the consent; to
/// register an invitation, or to answer its host, does not open the notes. Of the notes the group reads what was written for it (R-ATT-10,
/// Đ7.B.3), and the items that were opened from them.
/// </summary>
internal sealed class MeetingAudience : IAudienceSource
{
    public Audience Audience { get; } = new([MeetingAttendance.ProcessKey])
    {
        Bars = [new(CasePersonKind.Initiator, AudienceOffice.Clerk), new(CasePersonKind.Assignee, AudienceOffice.Clerk)],
        Excerpts =
            [new(
                AudienceOffice.Clerk, null, [MeetingForms.Invitation.Key, MeetingForms.Reply.Key, MeetingForms.Move.Key],
                SeesOutcomes: true)],
        Shares = [new(MeetingForms.Notes.Key, ["share", "items"])],
    };
}
