using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The host needs no answer; the reason is all there is to keep.</summary>
internal sealed class SkipReply() : Step<MeetingAttendance, ReasonInput>(CaseForms.ReasonOnly, new ReasonValidator(), "Skip")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => Result.Ok;
}
