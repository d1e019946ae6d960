using Portal.Domain.Common;
using Portal.Domain.Meetings;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>The leader lets further people go as well (R-ATT-11, Đ7.B.3).</summary>
internal sealed class ConsentToExtras() : DecisionOnNomination(ConsentNeeds.Nothing, "ConsentExtra")
{
    protected override Result Do(ConsentInput input, StepContext<MeetingAttendance> at) => at.Subject.AgreeExtra(input, at.Context);
}
