using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader consents: as it is, with other people, or with requirements.</summary>
internal sealed class ConsentToNomination(ConsentNeeds needs, string outcome) : DecisionOnNomination(needs, outcome)
{
    protected override Result Do(ConsentInput input, StepContext<MeetingAttendance> at) => at.Subject.Agree(input, at.Context);
}
