using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader takes note of the notes, as they are or with a directive (Đ4.1-2).</summary>
internal sealed class AcknowledgeNotes(OpinionDemand demand, string outcome) : ReviewOfNotes(demand, outcome)
{
    protected override Result Do(ResultReviewInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.AcknowledgeNotes(MeetingProcess.Line(at.Turn), input, at.Context);
}
