using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>E-M1: back to the lead with reasons.</summary>
internal sealed class ReturnNomination() : DecisionOnNomination(ConsentNeeds.Opinion, "Return")
{
    protected override Result Do(ConsentInput input, StepContext<MeetingAttendance> at) => at.Subject.Return(at.Context);
}
