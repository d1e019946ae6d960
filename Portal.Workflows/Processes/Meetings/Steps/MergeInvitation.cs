using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 1, a duplicate: kept with its document, and ended in favour of the meeting that was registered first.</summary>
internal sealed class MergeInvitation() : Step<MeetingAttendance, InvitationInput>(
    MeetingForms.Invitation, new InvitationValidator(), "Merge")
{
    protected override Result Do(InvitationInput input, StepContext<MeetingAttendance> at)
    {
        if (at.Existing is null)
        {
            var made = MeetingAttendance.Register(at.File.Case.Id, at.File.Case.GroupId, input, [], at.Context);
            if (!made.IsSuccess)
            {
                return made;
            }

            at.File.Subject = made.Value;
        }

        return at.Subject.Merge(RegisterInvitation.Similar(at.Turn), at.Context);
    }

    protected override StepEffect CameOfIt(InvitationInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Changed, "groupLead", "role:RecordsClerk") with { Files = input.Files ?? [] };
}
