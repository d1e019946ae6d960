using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M2: nobody is to go.</summary>
internal sealed class RefuseNomination() : DecisionOnNomination(ConsentNeeds.Opinion, "Refuse")
{
    protected override Result Do(ConsentInput input, StepContext<MeetingAttendance> at) => at.Subject.Refuse(at.Context);
}
