using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader lets nobody further go.</summary>
internal sealed class RefuseExtras() : DecisionOnNomination(ConsentNeeds.Opinion, "RefuseExtra")
{
    protected override Result Do(ConsentInput input, StepContext<MeetingAttendance> at) => at.Subject.RefuseExtra(at.Context);
}
