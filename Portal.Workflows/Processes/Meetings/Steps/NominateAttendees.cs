using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 2: the lead names who is to go (Đ7.B.3).</summary>
internal sealed class NominateAttendees() : Step<MeetingAttendance, NominationInput>(
    MeetingForms.Nomination, new NominationValidator(), "Submit")
{
    protected override Result Do(NominationInput input, StepContext<MeetingAttendance> at) => at.Subject.Nominate(input, at.Context);
}
