using Portal.Domain.Cases;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M4: what the leader says afterwards to the consent that was written down.</summary>
internal abstract class AnswerToOralConsent(bool reasonRequired, string outcome) : Step<MeetingAttendance, ReasonInput>(
    CaseForms.ReasonOnly, new ReasonValidator(reasonRequired), outcome)
{
    protected override StepEffect CameOfIt(ReasonInput input, StepContext<MeetingAttendance> at) => Decided(input.Reason, "groupLead");
}
