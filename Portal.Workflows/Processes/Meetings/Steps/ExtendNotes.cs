using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader in charge gives more time for the notes, before they are late.</summary>
internal sealed class ExtendNotes() : Step<MeetingAttendance, ExtensionInput>(CaseForms.Extension, new ExtensionValidator())
{
    protected override Result Do(ExtensionInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.ExtendNotes(MeetingProcess.Line(at.Turn), input, at.Context);

    protected override StepEffect CameOfIt(ExtensionInput input, StepContext<MeetingAttendance> at) =>
        Tell(NotificationKind.Changed, "attendee");
}
