using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>One item of the plan goes to other days.</summary>
internal sealed class MovePlanItem() : Step<MonthlyTripPlan, PlanItemMoveInput>(PlanForms.Move, new PlanItemMoveValidator())
{
    protected override Result Do(PlanItemMoveInput input, StepContext<MonthlyTripPlan> at) => at.Subject.Move(input, at.Context);

    protected override StepEffect CameOfIt(PlanItemMoveInput input, StepContext<MonthlyTripPlan> at) =>
        Tell(NotificationKind.Changed, "leaderInCharge", "participants");
}
