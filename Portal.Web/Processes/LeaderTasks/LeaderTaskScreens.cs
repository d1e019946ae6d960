using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Processes.LeaderTasks;

namespace Portal.Web.Processes.LeaderTasks;

/// <summary>S-04 on the pages of cases: the item of an area that a task was made of.</summary>
public sealed class LeaderTaskScreens : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [LeaderTaskProcess.ProcessKey];

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context) => Item(view);

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) => Item(view);

    private static IEnumerable<ScreenPart> Item(CaseView view) =>
        [ScreenPart.Of<ItemOfTask>((nameof(ItemOfTask.CaseId), view.Case.Id))];
}
