using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>The leader does not want the plan.</summary>
internal sealed class RejectPlan() : OpinionOnPlan(OpinionDemand.Reason, "Decline")
{
    protected override Result Do(PlanOpinionInput input, StepContext<MonthlyTripPlan> at) => at.Subject.Reject(input, at.Context);
}
