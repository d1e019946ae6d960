using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>A member of the group has read what the notes share (R-ATT-10, Đ7.B.3).</summary>
internal sealed class ReadNotes() : PlainStep<MeetingAttendance>("Read")
{
    protected override Result Do(StepContext<MeetingAttendance> at) => at.Subject.Read(MeetingProcess.Line(at.Turn), at.Context);
}
