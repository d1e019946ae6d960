using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M3: an attendee cannot go; the lead finds somebody else.</summary>
internal sealed class ReportHindrance() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "CannotAttend")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => Result.Ok;

    protected override StepEffect CameOfIt(ReasonInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Changed, "groupLead");
}
