using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 9, the lead's look.</summary>
internal sealed class LookAtNotes() : ReviewOfNotes(OpinionDemand.None, "LeadSeen")
{
    protected override Result Do(ResultReviewInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.LeadSees(MeetingProcess.Line(at.Turn), at.Context);
}
