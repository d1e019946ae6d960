using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader takes note of the result, as it is or with a directive (Đ4.1-2).</summary>
internal sealed class AcknowledgeResult(OpinionDemand demand, string outcome) : ReviewOfResult(demand, outcome)
{
    protected override Result Say(StepContext<FieldTrip> at) => at.Subject.AcknowledgeResult(at.Context);
}
