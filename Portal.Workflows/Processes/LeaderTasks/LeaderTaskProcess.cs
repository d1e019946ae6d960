using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Workflows.Processes.LeaderTasks.Steps;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.LeaderTasks;

/// <summary>S-04, nhiệm vụ do lãnh đạo giao: ties the steps of <c>leader-task.json</c> to <see cref="LeaderTask"/>.</summary>
public sealed class LeaderTaskProcess() : Process<LeaderTask>(
    ProcessKey, "NV", LeaderTaskForms.All,
    [
        new AssignTask(), new AcceptTask(), new ReportTask(), new AcceptReport(), new ReturnReport(), new ReassignTask(), new ExtendTask(),
        new CancelTask(),
    ])
{
    public const string ProcessKey = "leader-task";

    private const int LongestTitle = 80;

    /// <summary>A leader gives one by hand; a directive with a date in any decision is one, too (Đ4.1-2).</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByHand(
            context => context.Directory.IsLeader(context.Actor.PersonId, context.Today) ? null : LeaderTaskRefusals.OnlyLeaders, Place),
        new OpenedByEvent(CaseEvents.DirectiveGiven, OfDirective),
    ];

    /// <summary>The assignee's group; where there is none, the task belongs to no group and only those named see it.</summary>
    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var assignee = TextOf(form, "assigneeId");
        var area = TextOf(form, "areaId");
        var group = area.Length > 0
            ? context.Directory.GroupOfArea(area, context.Today)
            : context.Directory.GroupsOf(assignee, context.Today).FirstOrDefault();
        return new CasePlace(group ?? "", area.Length > 0 ? [area] : []);
    }

    private static IEnumerable<NewCase> OfDirective(CaseEvent given)
    {
        var (directive, source) = ((DirectiveInput)given.Payload!, given.Source.Case);
        var form = FormInput.ToJson(
            new LeaderTaskInput
            {
                Secrecy = SecrecyGate.No,
                Content = directive.Content,
                AssigneeId = directive.AssigneeId,
                Due = directive.Due
            });
        yield return new NewCase(new CasePlace(source.GroupId, [.. source.Areas.Select(a => a.AreaId)]))
        {
            Title = LocalText.Of("title.leader-task-from", source.Number),
            First = new Submission("Submit", form),
        };
    }

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        if (SubjectOf(turn) is not { } task)
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

    public override CaseDescription Describe(Turn turn)
    {
        var task = (LeaderTask)turn.File.Subject!;
        return new CaseDescription(TitleOf(task, turn.Case), task.Status.ToString(), task.CaseState)
        {
            // Who is to do it reads what is to be done, also where it comes of something Restricted.
            Named = [task.AssigneeId],
        };
    }

    // What a decision orders may come of something Restricted: its title says only where it comes from.
    private static LocalText TitleOf(LeaderTask task, Case subject)
    {
        if (subject.ParentId is not null)
        {
            return subject.Title;
        }

        var text = task.Content.ReplaceLineEndings(" ");
        return text.Length == 0 ? LocalText.Of("title.leader-task-off-system") : LocalText.Of("title.leader-task", Shortened(text));
    }

    private static string Shortened(string text) => text.Length <= LongestTitle ? text : text[..(LongestTitle - 1)] + "…";

    private static string TextOf(JsonObject form, string name) =>
        form[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";
}
