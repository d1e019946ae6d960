using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Processes.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: the cycle of a year on the pages of cases.</summary>
public sealed class ReviewCycleScreens : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [ReviewCycleProcess.ProcessKey];

    public override bool IsForWholeCommittee => true;

    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context) => general with
    {
        ComparableGroups = [.. ((view.Subject as ReviewCycle)?.Content.ComparableGroups ?? []).Select(g => new Option(g.Name!, g.Name!))],
    };

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context)
    {
        if (view.Subject is not ReviewCycle cycle)
        {
            yield break;
        }

        if (cycle.Status is ReviewCycleStatus.InProgress or ReviewCycleStatus.Consolidated)
        {
            yield return ScreenPart.Of<CycleLinks>((nameof(CycleLinks.Year), cycle.Year));
        }

        if (chosen == ReviewForms.Reschedule.Key)
        {
            yield return ScreenPart.Of<CycleCalendar>(
                (nameof(CycleCalendar.Calendar), cycle.Content.Calendar), (nameof(CycleCalendar.Today), context.Today));
        }
    }
}
