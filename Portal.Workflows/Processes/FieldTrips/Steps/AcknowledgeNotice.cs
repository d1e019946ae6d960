using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader takes note of the notice, as it is or with a directive (Đ4.1-2).</summary>
internal sealed class AcknowledgeNotice(OpinionDemand demand, string outcome) : OpinionOnNotice(demand, outcome)
{
    protected override Result Do(LeaderOpinionInput input, StepContext<FieldTrip> at) => at.Subject.Acknowledge(at.Context);
}
