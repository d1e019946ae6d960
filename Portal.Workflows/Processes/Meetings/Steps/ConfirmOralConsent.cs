using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader consented, as it is written.</summary>
internal sealed class ConfirmOralConsent() : AnswerToOralConsent(reasonRequired: false, "ConfirmOral")
{
    protected override Result Do(ReasonInput input, StepContext<MeetingAttendance> at) => at.Subject.ConfirmOral(at.Context);
}
