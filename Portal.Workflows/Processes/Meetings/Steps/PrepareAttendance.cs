using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>An attendee prepares, and what is to be said (Đ7.A.5).</summary>
internal sealed class PrepareAttendance() : Step<MeetingAttendance, PreparationInput>(MeetingForms.Preparation, new PreparationValidator())
{
    protected override Result Do(PreparationInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.Prepare(MeetingProcess.Line(at.Turn), input, at.Context);
}
