using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 1, "Không thuộc phạm vi" (Đ6.1): out of scope from the start; registered, with the reason, and ended.</summary>
internal sealed class MarkOutOfScope() : Step<MeetingAttendance, InvitationInput>(
    MeetingForms.Invitation, new InvitationValidator(), "OutOfScope")
{
    protected override Result Do(InvitationInput input, StepContext<MeetingAttendance> at)
    {
        if (string.IsNullOrWhiteSpace(input.OutOfScopeReason) && !input.IsStub())
        {
            return Refusal.Invalid([new FieldError("outOfScopeReason", "Common.ReasonRequired", "Đ6.1")]);
        }

        if (at.Existing is null)
        {
            var made = MeetingAttendance.Register(at.File.Case.Id, at.File.Case.GroupId, input, [], at.Context);
            if (!made.IsSuccess)
            {
                return made;
            }

            at.File.Subject = made.Value;
        }

        return at.Subject.MarkOutOfScope(at.Context);
    }

    protected override StepEffect CameOfIt(InvitationInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Cancelled, "groupLead");
}
