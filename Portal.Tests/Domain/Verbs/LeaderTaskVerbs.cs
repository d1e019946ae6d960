using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.LeaderTasks.LeaderTask, Portal.Domain.LeaderTasks.LeaderTaskStatus>;
using Status = Portal.Domain.LeaderTasks.LeaderTaskStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>S-04: the leader who assigned it and whoever answers for it, nobody else.</summary>
public class LeaderTaskVerbs : EveryVerb<LeaderTaskVerbs, LeaderTask, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override IReadOnlyDictionary<Status, Func<Stage<LeaderTask>>> Reach { get; } =
        Enum.GetValues<Status>().Where(s => s != Status.Accepted)
            .ToDictionary(s => s, s => (Func<Stage<LeaderTask>>)(() => new Stage<LeaderTask>(To(s), Monday)));

    protected override IReadOnlyDictionary<Status, string> NeverReached { get; } =
        new Dictionary<Status, string> { [Status.Accepted] = "who accepts a task begins with it: it is in progress at once" };

    protected override IReadOnlyList<FactoryRow<LeaderTask, Status>> Factories =>
    [
        new("Assign", c => Walk.Both(LeaderTask.Assign(Guid.NewGuid(), Input(), c)), Status.Assigned)
        {
            At = Monday, Right = [Head, StandingDeputy, OtherLeader, Leader],
            Wrong = Each("Task.OnlyLeaders", Lead, Member, Clerk, Coordinator),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        OfAssignee("Accept", (t, c) => t.Accept(c)) with { In = [Status.Assigned], To = _ => Status.InProgress },
        OfAssignee("SubmitReport", (t, c) => t.SubmitReport(Report(), c)) with
        {
            In = [Status.InProgress, Status.Returned], To = _ => Status.Reported,
        },
        OfLeader("AcceptReport", (t, c) => t.AcceptReport(c)) with { In = [Status.Reported], To = _ => Status.Closed },
        OfLeader("ReturnReport", (t, c) => t.ReturnReport(c)) with { In = [Status.Reported], To = _ => Status.Returned },
        OfLeader("Cancel", (t, c) => t.Cancel(c)) with
        {
            In = [Status.Assigned, Status.InProgress, Status.Reported, Status.Returned], To = _ => Status.Cancelled,
        },
        OfLeader("Reassign", (t, c) => t.Reassign(new ReassignInput { AssigneeId = OtherMember, Reason = "Đồng chí đi học" }, c)) with
        {
            In = [Status.Assigned, Status.InProgress, Status.Returned], To = _ => Status.Assigned,
        },
        OfLeader("Reassign", (t, c) => t.Reassign(new ReassignInput { GroupId = Group, Reason = "Việc của cả nhóm" }, c)) with
        {
            When = "to a group",
            In = [Status.Assigned, Status.InProgress, Status.Returned],
            To = _ => Status.Assigned,
        },
        OfAssignee("AskForExtension", (t, c) => t.AskForExtension(Request(), c)) with { In = [Status.InProgress, Status.Returned] },
        OfAssignee("AskForExtension", (t, c) => t.AskForExtension(Request(), c)) with
        {
            When = "a second time", From = Asked, NotNowIn = OnceAsked("Task.AlreadyAsked"),
        },
        OfLeader("AgreeToExtension", (t, c) => t.AgreeToExtension(Agreement(), c)) with
        {
            In = [Status.InProgress, Status.Returned], From = Asked,
        },
        OfLeader("AgreeToExtension", (t, c) => t.AgreeToExtension(Agreement(), c)) with
        {
            When = "that nobody asked for", NotNowIn = OnceAsked("Task.NothingAsked"),
        },
        OfLeader("RefuseExtension", (t, c) => t.RefuseExtension(c)) with { In = [Status.InProgress, Status.Returned], From = Asked },
        OfLeader("RefuseExtension", (t, c) => t.RefuseExtension(c)) with
        {
            When = "that nobody asked for", NotNowIn = OnceAsked("Task.NothingAsked"),
        },
        OfLeader("Extend", (t, c) => t.Extend(new NewDueInput { NewDue = new DateOnly(2026, 10, 20), Reason = "Chờ số liệu" }, c)) with
        {
            In = [Status.Assigned, Status.InProgress, Status.Returned],
        },
    ];

    protected override Status StateOf(LeaderTask scene) => scene.Status;

    protected override int VersionOf(LeaderTask scene) => scene.Version;

    /// <summary>The states in which a later day may be asked for, with a request that is open.</summary>
    private static Dictionary<Status, Func<Stage<LeaderTask>>> Asked { get; } =
        new[] { Status.InProgress, Status.Returned }.ToDictionary(s => s, s => (Func<Stage<LeaderTask>>)(() =>
        {
            var task = To(s);
            task.AskForExtension(Request(), As(Member, Monday)).Must();
            return new Stage<LeaderTask>(task, Monday);
        }));

    private static Dictionary<Status, string> OnceAsked(string code) => Asked.Keys.ToDictionary(s => s, _ => code);

    private static ExtensionRequestInput Request() => new() { NewDue = new DateOnly(2026, 10, 20), Reason = "Chờ số liệu của xã" };

    private static ExtensionAgreementInput Agreement() => new() { NewDue = new DateOnly(2026, 10, 16) };

    private static Row OfAssignee(string verb, Func<LeaderTask, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Member],
        Wrong = Forbidden(Leader, Lead, Stranger, Head),
    };

    private static Row OfLeader(string verb, Func<LeaderTask, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Leader],
        Wrong = Forbidden(Member, Lead, OtherLeader, Head),
    };

    private static LeaderTaskInput Input() => new()
    {
        Secrecy = SecrecyGate.No,
        Content = "Rà soát quy hoạch cán bộ xã",
        AssigneeId = Member,
        Due = new DateOnly(2026, 10, 12),
    };

    private static LeaderTaskReportInput Report() => new() { Secrecy = SecrecyGate.No, Report = "Đã rà soát xong" };

    private static LeaderTask To(Status status)
    {
        var task = LeaderTask.Assign(Guid.NewGuid(), Input(), As(Leader, Monday)).Made();
        var (assignee, leader) = (As(Member, Monday), As(Leader, Monday));
        if (status == Status.Assigned)
        {
            return task;
        }

        if (status == Status.Cancelled)
        {
            task.Cancel(leader).Must();
            return task;
        }

        task.Accept(assignee).Must();
        if (status == Status.InProgress)
        {
            return task;
        }

        task.SubmitReport(Report(), assignee).Must();
        (status switch
        {
            Status.Closed => task.AcceptReport(leader),
            Status.Returned => task.ReturnReport(leader),
            _ => Result.Ok,
        }).Must();
        return task;
    }
}
