using Portal.Domain.Common;
using Portal.Domain.FieldTrips;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Steps 1 and 2, Đ8.1: the group's plan for the month.</summary>
internal sealed class SubmitPlan() : Step<MonthlyTripPlan, TripPlanInput>(PlanForms.Plan, new TripPlanValidator(), "Submit")
{
    protected override Result Do(TripPlanInput input, StepContext<MonthlyTripPlan> at)
    {
        var plan = at.Subject;
        var submitted = plan.Submit(input, at.Context);
        if (submitted.IsSuccess)
        {
            at.File.Case.SetAreas(plan.AreaIds);
            at.File.Case.SetParticipants(plan.Items.SelectMany(i => i.Content.ParticipantIds ?? []));
        }

        return submitted;
    }
}
