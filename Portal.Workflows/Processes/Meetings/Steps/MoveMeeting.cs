using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M5: the host has moved the meeting.</summary>
internal sealed class MoveMeeting() : Step<MeetingAttendance, MeetingMoveInput>(MeetingForms.Move, new MeetingMoveValidator())
{
    protected override Result Do(MeetingMoveInput input, StepContext<MeetingAttendance> at) => at.Subject.Move(input, at.Context);

    protected override StepEffect CameOfIt(MeetingMoveInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "groupLead", "attendees", "role:RecordsClerk");
}
