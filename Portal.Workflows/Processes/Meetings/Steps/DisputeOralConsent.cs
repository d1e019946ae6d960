using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>"Không đúng": goes to the head and on the compliance list.</summary>
internal sealed class DisputeOralConsent() : AnswerToOralConsent(reasonRequired: true, "DisputeOral")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => at.Subject.DisputeOral(at.Context);
}
