using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>"Yêu cầu bổ sung": by the lead, or by the leader in charge.</summary>
internal sealed class RequestMoreNotes() : ReviewOfNotes(OpinionDemand.Reason, "RequestSupplement")
{
    protected override Result Do(ResultReviewInput input, StepContext<MeetingAttendance> at) =>
        at.Subject.RequestSupplement(MeetingProcess.Line(at.Turn), at.Context);
}
