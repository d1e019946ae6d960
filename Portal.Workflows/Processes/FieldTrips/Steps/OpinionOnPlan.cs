using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 3: what a leader says to a plan, as a whole and item by item (Đ8.1).</summary>
internal abstract class OpinionOnPlan(OpinionDemand demand, string outcome) : Step<MonthlyTripPlan, PlanOpinionInput>(
    PlanForms.Opinion, new PlanOpinionValidator(demand), outcome)
{
    protected override StepEffect CameOfIt(PlanOpinionInput input, StepContext<MonthlyTripPlan> at) =>
        Decided(input.Opinion, "groupLead", "participants");
}
