using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader leaves the decision to the head.</summary>
internal sealed class ForwardNominationToHead() : DecisionOnNomination(ConsentNeeds.Nothing, "ForwardToHead")
{
    protected override Result Do(ConsentInput input, StepContext<MeetingAttendance> at) => at.Subject.ForwardToHead(at.Context);
}
