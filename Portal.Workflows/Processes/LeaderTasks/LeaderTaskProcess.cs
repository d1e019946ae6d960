using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Processes.LeaderTasks.Steps;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks;

/// <summary>S-04, nhiệm vụ do lãnh đạo giao: ties the steps of <c>leader-task.json</c> to <see cref="LeaderTask"/>.</summary>
public sealed class LeaderTaskProcess() : Process<LeaderTask>(
    ProcessKey, "NV", LeaderTaskForms.All,
    [
        new AssignTask(), new AcceptTask(), new ReportTask(), new AcceptReport(), new ReturnReport(), new ReassignTask(), new ExtendTask(), new CancelTask(),
    ])
{
    public const string ProcessKey = "leader-task";

    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.IsLeader(context.Actor.PersonId, context.Today) ? null : LeaderTaskRefusals.OnlyLeaders;

    /// <summary>The assignee's group; where there is none, the task belongs to no group and only those named see it.</summary>
    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context)
    {
        var assignee = TextOf(form, "assigneeId");
        var area = TextOf(form, "areaId");
        var group = area.Length > 0 ? context.Directory.GroupOfArea(area, context.Today) : context.Directory.GroupsOf(assignee, context.Today).FirstOrDefault();
        return (group ?? "", area.Length > 0 ? [area] : []);
    }

    public override IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context)
    {
        if (SubjectOf(file) is not { } task)
        {
            return new Dictionary<string, JsonNode?>();
        }

        return new Dictionary<string, JsonNode?>
        {
            ["Status"] = task.Status.ToString(),
            ["Assignee"] = task.AssigneeId,
            ["Leader"] = task.LeaderId,
            ["DueAt"] = task.DueAt?.ToString("O", CultureInfo.InvariantCulture),
        };
    }

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var task = (LeaderTask)file.Subject!;
        var text = task.Content.ReplaceLineEndings(" ");
        return ($"Nhiệm vụ: {(text.Length == 0 ? "(nội dung ngoài hệ thống)" : text.Length <= 80 ? text : text[..79] + "…")}", task.Status.ToString(), task.CaseState);
    }

    private static string TextOf(JsonObject form, string name) => form[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";
}
