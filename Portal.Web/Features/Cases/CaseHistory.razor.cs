using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared;
using Portal.Workflows.Runtime;

namespace Portal.Web.Features.Cases;

public partial class CaseHistory
{
    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    private IEnumerable<(DateTime At, string Text, string Detail)> Lines()
    {
        var decisions = View.Decisions.ToLookup(d => d.TaskId);
        var lines = new List<(DateTime At, string Text, string Detail)>();
        foreach (var task in View.Tasks)
        {
            var step = L.Step(View.Case.ProcessKey, task.StepId, task.Title)
                + (View.Items.GetValueOrDefault(task.Item ?? "") is { } attendee ? $" ({attendee})" : "");
            var people = string.Join(", ", task.Assignees.Where(a => !a.IsOptional).Select(a => Context.Directory.NameOf(a.PersonId)));

            // What nobody has to do is told when it was done.
            if (!task.IsOptional && people.Length > 0 && (task.CompletedAt != task.CreatedAt || task.State == UserTaskState.Open))
            {
                lines.Add((task.CreatedAt, L["History.Opened", step, people], ""));
            }

            if (task.State == UserTaskState.Completed)
            {
                var who = string.IsNullOrEmpty(task.CompletedById) ? L["History.Time"]
                    : Context.Directory.NameOf(task.CompletedById)
                        + ActingFor.Of(L, Context.Directory, task.CompletedById, task.ActingForId, task.CompletedAt!.Value);
                lines.Add((
                    task.CompletedAt!.Value, L["History.Done", who, step, L.Action(task.Outcome ?? "")],
                    decisions[task.Id].Select(d => d.IsWithheld ? L["Common.Restricted"] : d.Opinion).FirstOrDefault() ?? ""));
            }
            else if (task.State == UserTaskState.Cancelled && !task.IsOptional)
            {
                lines.Add((task.CompletedAt!.Value, L["History.Cancelled", step], ""));
            }
        }

        if (View.Subject is not null)
        {
            lines.AddRange(Modules.Of(View.Case.ProcessKey).History(View, Context, L).Select(l => (l.At, l.Text, l.Detail)));
        }

        lines.AddRange(View.Comments.Select(c => (c.At, L["History.Comment", Context.Directory.NameOf(c.PersonId)], "")));
        lines.AddRange(View.Reserved.Select(r => (r.At, L["History.Reserved", Context.Directory.NameOf(r.AuthorId)], "")));
        return lines.OrderBy(l => l.At);
    }
}
