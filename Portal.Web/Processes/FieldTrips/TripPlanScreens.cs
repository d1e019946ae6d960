using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Processes.FieldTrips;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1, steps 1 to 3: the monthly plan on the pages of cases.</summary>
public sealed class TripPlanScreens : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [MonthlyTripPlanProcess.ProcessKey];

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context) =>
        task.Spec.Form == PlanForms.Plan.Key
            ? [ScreenPart.Of<PlanSuggestions>(
                (nameof(PlanSuggestions.GroupId), view.Case.GroupId), (nameof(PlanSuggestions.Context), context))]
            : [];
}
