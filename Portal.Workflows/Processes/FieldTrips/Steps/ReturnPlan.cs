using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Back to the lead with reasons.</summary>
internal sealed class ReturnPlan() : OpinionOnPlan(OpinionDemand.Reason, "Return")
{
    protected override Result Do(PlanOpinionInput input, StepContext<MonthlyTripPlan> at) => at.Subject.Return(input, at.Context);
}
