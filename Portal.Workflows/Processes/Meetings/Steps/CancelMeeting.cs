using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M7: the host called it off.</summary>
internal sealed class CancelMeeting() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "CancelMeeting")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => at.Subject.Cancel(at.Context);

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Cancelled, "leaderInCharge", "groupLead", "attendees", "role:RecordsClerk");
}
