using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>One item of the plan is given up.</summary>
internal sealed class DropPlanItem() : Step<MonthlyTripPlan, PlanItemDropInput>(PlanForms.Drop, new PlanItemDropValidator())
{
    protected override Result Do(PlanItemDropInput input, StepContext<MonthlyTripPlan> at) => at.Subject.Drop(input, at.Context);

    protected override StepEffect CameOfIt(PlanItemDropInput input, StepContext<MonthlyTripPlan> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "participants");
}
