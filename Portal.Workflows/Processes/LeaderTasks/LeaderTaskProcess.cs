using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.LeaderTasks;

/// <summary>S-04, nhiệm vụ do lãnh đạo giao: ties the steps of <c>leader-task.json</c> to <see cref="LeaderTask"/>.</summary>
public sealed class LeaderTaskProcess() : Process<LeaderTask>("leader-task", "NV", LeaderTaskForms.All)
{
    // Building a validator compiles its rules: each is built once.
    private static readonly LeaderTaskValidator LeaderTaskRules = new();
    private static readonly LeaderTaskReportValidator LeaderTaskReportRules = new();
    private static readonly NewDueValidator NewDueRules = new();
    private static readonly ReassignValidator ReassignRules = new();
    private static readonly TaskReasonValidator TaskReasonRules = new();

    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.IsLeader(context.Actor.PersonId, context.Today) ? null : new Refusal("Task.OnlyLeaders", "Đ5.7");

    /// <summary>The assignee's group; where there is none, the task belongs to no group and only those named see it.</summary>
    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context)
    {
        var assignee = TextOf(form, "assigneeId");
        var area = TextOf(form, "areaId");
        var group = area.Length > 0 ? context.Directory.GroupOfArea(area, context.Today) : context.Directory.GroupsOf(assignee, context.Today).FirstOrDefault();
        return (group ?? "", area.Length > 0 ? [area] : []);
    }

    public override Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context) => (answer.FormKey, answer.Action) switch
    {
        ("leader-task", "Submit") => With(answer, LeaderTaskRules, i => Assign(i, file, context)),
        ("leader-task-report", _) => With(answer, LeaderTaskReportRules, i => Task(file).SubmitReport(i, context), i => new StepEffect { Files = i.Files ?? [] }),
        ("leader-task-reassign", _) => With(answer, ReassignRules, i => Task(file).Reassign(i, context)),
        ("leader-task-due", _) => With(answer, NewDueRules, i => Task(file).Extend(i, context), _ => Tell(NotificationKind.Changed, "input:Assignee")),
        ("leader-task-reason", "Cancel") => With(answer, TaskReasonRules, _ => Task(file).Cancel(context), _ => Tell(NotificationKind.Changed, "input:Assignee")),
        ("leader-task-reason", "Return") => With(answer, TaskReasonRules, _ => Task(file).ReturnReport(context), Decided),
        (null, "Accept") => Plain(Task(file).Accept(context), new StepEffect()),
        (null, "AcceptReport") => Plain(Task(file).AcceptReport(context), new StepEffect { IsDecision = true, Tell = [(NotificationKind.Decision, ["input:Assignee"])] }),
        _ => new Refusal("Task.UnknownAction", null, answer.Action),
    };

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
        var task = Task(file);
        var text = task.Content.ReplaceLineEndings(" ");
        return ($"Nhiệm vụ: {(text.Length == 0 ? "(nội dung ngoài hệ thống)" : text.Length <= 80 ? text : text[..79] + "…")}", task.Status.ToString(), task.CaseState);
    }

    private static LeaderTask Task(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no task.");

    private static Result Assign(LeaderTaskInput input, CaseFile file, CaseContext context)
    {
        var made = LeaderTask.Assign(file.Case.Id, input, context);
        if (!made.IsSuccess)
        {
            return made;
        }

        file.Subject = made.Value;
        return Result.Ok;
    }

    private static Result<StepEffect> Plain(Result verb, StepEffect effect) => verb.IsSuccess ? effect : verb.Refusal;

    private static StepEffect Decided(TaskReasonInput input) => new()
    {
        IsDecision = true,
        Opinion = input.Reason ?? "",
        Tell = [(NotificationKind.Decision, ["input:Assignee"])],
    };

    private static string TextOf(JsonObject form, string name) => form[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";
}
