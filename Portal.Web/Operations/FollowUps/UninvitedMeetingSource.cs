using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.UninvitedMeetings;

namespace Portal.Web.Operations.FollowUps;

/// <summary>RP-06b, họp không mời (Đ9.3): for the leader in charge and the head by month, for follow-up with the unit.</summary>
internal sealed class UninvitedMeetingSource() : FollowedSource<UninvitedMeeting>(m => new FollowedRow(
    m.Id, m.At, m.AreaId, m.GroupId, "", m.KnownFrom, Array.Empty<string>(), "", m.MeetingTypeId, m.Domain, m.Title, m.Summary, m.FollowUp,
    m.FollowUpDue, m.Outcome, m.State, m.Sensitivity != Sensitivity.Normal, m.AuthorId))
{
    private static readonly NewUninvitedMeetingValidator Rules = new();

    public override FollowedKind Kind => FollowedKind.UninvitedMeeting;

    public override FormSchema Form => UninvitedMeetingForms.New;

    /// <summary>Types of meetings are data: none is a word of the program.</summary>
    public override IReadOnlyList<string> Types => [];

    public override Result<FollowedRecord> Enter(JsonObject form, CaseContext context)
    {
        var input = FormInput.Read(form, Rules);
        return input.IsSuccess ? Entered(UninvitedMeeting.Enter(input.Value, context)) : input.Refusal;
    }

    protected override IQueryable<UninvitedMeeting> OfType(IQueryable<UninvitedMeeting> records, string type) => records;
}
