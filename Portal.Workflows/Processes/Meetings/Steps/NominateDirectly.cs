using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 2, when the lead's time has run out: the leader names who goes, and thereby consents.</summary>
internal sealed class NominateDirectly() : Step<MeetingAttendance, NominationInput>(
    MeetingForms.Nomination, new NominationValidator(), "NominateDirectly")
{
    protected override Result Do(NominationInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.NominateDirectly(input, at.Context);

    protected override StepEffect CameOfIt(NominationInput input, StepContext<MeetingAttendance> at) =>
        Decided("", "groupLead", "attendees", "role:RecordsClerk");
}
