using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes;

/// <summary>Đ4.1-2: a directive with a date becomes a leader task (S-04); one without stays with the decision.</summary>
internal static class DirectiveTasks
{
    public static IEnumerable<ChildStart> From(DirectiveInput[]? directives, CaseFile file) =>
        (directives ?? []).Where(d => d.Due is not null).Select(d => new ChildStart(
            "leader-task",
            file.Case.GroupId,
            [.. file.Case.Areas.Select(a => a.AreaId)],
            FormInput.ToJson(new LeaderTaskInput { Secrecy = SecrecyGate.No, Content = d.Content, AssigneeId = d.AssigneeId, Due = d.Due }),
            "Submit"));
}
