using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader takes note of the plan, as it is or with a directive (Đ4.1-2).</summary>
internal sealed class AcknowledgePlan(OpinionDemand demand, string outcome) : OpinionOnPlan(demand, outcome)
{
    protected override Result Do(PlanOpinionInput input, StepContext<MonthlyTripPlan> at) => at.Subject.Acknowledge(input, at.Context);
}
