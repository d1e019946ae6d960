using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The records office has answered the host; the form is all there is to keep.</summary>
internal sealed class RecordReply() : Step<MeetingAttendance, MeetingReplyInput>(MeetingForms.Reply, new MeetingReplyValidator())
{
    protected override Result Do(MeetingReplyInput input, StepContext<MeetingAttendance> at) => Result.Ok;
}
