using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Domain.ReportItems;
using Portal.Workflows.Processes.LeaderTasks.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.LeaderTasks;

/// <summary>S-04, nhiệm vụ do lãnh đạo giao: ties the steps of <c>leader-task.json</c> to <see cref="LeaderTask"/>.</summary>
public sealed class LeaderTaskProcess() : Process<LeaderTask>(
    ProcessKey, "NV", LeaderTaskForms.All,
    [
        new AssignTask(), new AcceptTask(), new ReportTask(), new AcceptReport(), new ReturnReport(), new ReassignTask(), new ExtendTask(),
        new AskForExtension(), new AgreeToExtension(), new RefuseExtension(), new CancelTask(),
    ])
{
    public const string ProcessKey = "leader-task";

    /// <summary>Everybody whom a task is given to: the person, or the members of the group.</summary>
    internal const string Everybody = "assignees";

    private const int LongestTitle = 80;

    public override Conduct Conduct { get; } = new LeaderTaskConduct();

    /// <summary>A leader gives one by hand; a directive with a date in any decision is one, too (Đ4.1-2).</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByHand(
            context => context.Directory.IsLeader(context.Actor.PersonId, context.Today) ? null : LeaderTaskRefusals.OnlyLeaders, Place),
        new OpenedByEvent(CaseEvents.DirectiveGiven, OfDirective),
        new OpenedByEvent(CaseEvents.ItemDirected, OfItem),
    ];

    /// <summary>
    /// The group of the area, else the one that does it, else the assignee's; where there is none, the task belongs to no group and only
    /// those named see it.
    /// </summary>
    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var (assignee, given, area) = (TextOf(form, "assigneeId"), TextOf(form, "groupId"), TextOf(form, "areaId"));
        if (area.Length > 0)
        {
            return new CasePlace(context.Directory.GroupOfArea(area, context.Today) ?? "", [area]);
        }

        return new CasePlace(
            given.Length > 0 ? given : context.Directory.GroupsOf(assignee, context.Today).FirstOrDefault() ?? "", []);
    }

    private static IEnumerable<NewCase> OfDirective(CaseEvent given)
    {
        var (directive, source) = ((DirectiveInput)given.Payload!, given.Source!.Case);
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

    private static IEnumerable<NewCase> OfItem(CaseEvent given)
    {
        var (item, directive) = (ItemDirected)given.Payload!;
        var form = FormInput.ToJson(new LeaderTaskInput
        {
            Secrecy = directive.Secrecy ?? SecrecyGate.No,
            Content = directive.Words,
            AssigneeId = directive.AssigneeId,
            GroupId = directive.GroupId,
            Due = directive.Due,
            Domain = item.Domain,
            AreaId = item.AreaId,
        });
        yield return new NewCase(new CasePlace(item.WatchingGroup(given.Context), [item.AreaId]))
        {
            Title = LocalText.Of("title.leader-task-of-item"),
            First = new Submission("Submit", form),
        };
    }

    /// <summary>The item of an area that the task was made of moves with it (Đ5.1).</summary>
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        var id = turn.Case.Id;
        return turn.File.Subject is null ? Nothing : Found(await store.WhereAsync<ReportItem>(i => i.TaskId == id, cancellation));
    }

    public override Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var before = SubjectOf(turn)?.Status;
        var applied = base.Apply(answer, turn);
        if (!applied.IsSuccess || SubjectOf(turn) is not { } task || task.Status == before || FollowedBy(task.Status) is not { } act)
        {
            return applied;
        }

        var told = new List<object>(applied.Value.Records);
        foreach (var item in turn.Related.OfType<ReportItem>())
        {
            item.Follow(task.CaseId, act, turn.Context);
            told.AddRange(ReportItemNotices.Of(item, turn.Context));
        }

        return applied.Value with { Records = told };
    }

    private static ReportItemAct? FollowedBy(LeaderTaskStatus status) => status switch
    {
        LeaderTaskStatus.InProgress => ReportItemAct.TaskBegun,
        LeaderTaskStatus.Closed => ReportItemAct.TaskDone,
        LeaderTaskStatus.Cancelled => ReportItemAct.TaskCancelled,
        _ => null,
    };

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        if (SubjectOf(turn) is not { } task)
        {
            return new Dictionary<string, JsonNode?>();
        }

        return new Dictionary<string, JsonNode?>
        {
            ["Status"] = task.Status.ToString(),
            ["Assignee"] = task.Answerable(turn.Context),
            ["Leader"] = task.LeaderId,
            ["DueAt"] = task.DueAt is { } due ? Iso(due) : null,
            ["AskedDueAt"] = task.AskedDueAt is { } asked ? Iso(asked) : null,
        };
    }

    /// <summary>Who agrees to a later day is shown the one that was asked for.</summary>
    public override JsonObject Known(FormOpening opening) =>
        opening is { Subject: LeaderTask { AskedDueAt: { } asked } } && opening.FormKey == LeaderTaskForms.ExtensionAgreement.Key
            ? new JsonObject { ["newDue"] = VietnamTime.DayOf(asked).Invariant() }
            : [];

    /// <summary>
    /// What the definition calls the initiator is the leader whose task it is, also of what a substitute gave, and beside the
    /// leader that substitute.
    /// </summary>
    public override IEnumerable<string>? Resolve(string who, Turn turn) => (who, SubjectOf(turn)) switch
    {
        ("initiator", { } task) => LeadersOf(task, turn),
        (Everybody, { } task) => task.GivenTo(turn.Context),
        _ => null,
    };

    public override string? ActsFor(string personId, Turn turn) =>
        SubjectOf(turn) is { } task && personId == turn.Case.InitiatorId && StandsIn(task, turn)
            ? task.LeaderOf(turn.Context)
            : null;

    public override CaseDescription Describe(Turn turn)
    {
        var task = (LeaderTask)turn.File.Subject!;
        return new CaseDescription(TitleOf(task, turn.Case), task.Status.ToString(), task.CaseState)
        {
            // Who is to do it reads what is to be done, also where it comes of something Restricted; and so does who decides on it.
            Named = [.. task.GivenTo(turn.Context), .. LeadersOf(task, turn)],
        };
    }

    private static IEnumerable<string> LeadersOf(LeaderTask task, Turn turn)
    {
        string?[] people = [task.LeaderOf(turn.Context), StandsIn(task, turn) ? turn.Case.InitiatorId : null];
        return people.OfType<string>();
    }

    /// <summary>
    /// Who gave the task gave it in the leader's place, and still stands in for that leader: whatever process the delegation is for, this
    /// came of it. Who has been given it meanwhile decides nothing about it.
    /// </summary>
    private static bool StandsIn(LeaderTask task, Turn turn)
    {
        var (context, giver, leader) = (turn.Context, turn.Case.InitiatorId, task.LeaderOf(turn.Context));
        return giver != leader && !task.GivenTo(context).Contains(giver) && context.Directory.StandsInFor(giver, context.Today)
            .Any(g => g.PrincipalId == leader && (g.IncludesRestricted || turn.Case.Sensitivity == Sensitivity.Normal));
    }

    // Of what comes of something Restricted the title says only where it comes from; notices say no more of any directive.
    private static LocalText TitleOf(LeaderTask task, Case subject)
    {
        var text = task.Content.ReplaceLineEndings(" ");
        if (subject.ParentId is not null || subject.Sensitivity != Sensitivity.Normal)
        {
            return subject.Title.WithoutDetail.About(subject.Sensitivity == Sensitivity.Normal ? Shortened(text) : null);
        }

        return text.Length == 0 ? LocalText.Of("title.leader-task-off-system") : LocalText.Of("title.leader-task", Shortened(text));
    }

    private static string Shortened(string text) => text.Length <= LongestTitle ? text : text[..(LongestTitle - 1)] + "…";

    private static string TextOf(JsonObject form, string name) =>
        form[name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : "";
}
