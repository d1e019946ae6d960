using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Web.Features.Cases;

/// <summary>What the case is about now, what was decided last, and what has been done.</summary>
public partial class CaseSummary
{
    private const int MostMilestones = 6;

    /// <summary>More areas than these are no fact at a glance: a cycle has all of them.</summary>
    private const int MostAreas = 6;

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    private List<(string Step, string Who, DateTime At)> Done =>
    [
        .. View.Tasks.Where(t => t is { State: UserTaskState.Completed, IsOptional: false, CompletedById.Length: > 0 })
            .OrderBy(t => t.CompletedAt)
            .TakeLast(MostMilestones)
            .Select(t => (
                $"{L.Step(View.Case.ProcessKey, t.StepId, t.Title)}{ItemOf(t)}: {L.Action(t.Outcome ?? "")}",
                Context.Directory.NameOf(t.CompletedById!)
                    + ActingFor.Of(L, Context.Directory, t.CompletedById!, t.ActingForId, t.CompletedAt!.Value),
                t.CompletedAt!.Value)),
    ];

    private string ItemOf(UserTask task) => View.Items.GetValueOrDefault(task.Item ?? "") is { } item ? $" ({item})" : "";

    private IEnumerable<(string Label, string Value)> Facts()
    {
        var (c, directory) = (View.Case, Context.Directory);
        if (c.Areas.Count is > 0 and <= MostAreas)
        {
            yield return (L["Case.Areas"], string.Join(", ", c.Areas.Select(a => directory.AreaName(a.AreaId))));
        }

        if (c is { StartsAt: { } from, EndsAt: { } to })
        {
            yield return (L["Case.Time"], $"{LocalFormat.Moment(from)} – {LocalFormat.Moment(to)}");
        }

        var people = c.People.Where(p => p.Kind == CasePersonKind.Participant).Select(p => directory.NameOf(p.PersonId)).ToList();
        if (people.Count > 0)
        {
            yield return (L["Case.People"], string.Join(", ", people));
        }

        if (directory.Group(c.GroupId) is { } group)
        {
            yield return (L["Case.Group"], group.Name);
        }

        var starter = c.InitiatorId.Length == 0 ? L["Audit.System"] : directory.NameOf(c.InitiatorId);
        yield return (L["Case.StartedBy"], $"{starter}, {LocalFormat.Moment(c.CreatedAt)}");
    }
}
