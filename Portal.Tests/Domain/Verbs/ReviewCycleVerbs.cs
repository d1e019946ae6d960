using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using static Portal.Tests.Domain.Verbs.ReviewStages;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Tests.Domain.Verbs.CycleScene, Portal.Domain.Reviews.ReviewCycleStatus>;
using Status = Portal.Domain.Reviews.ReviewCycleStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>P3, the annual cycle with one area: drawn up by the coordinator, opened and given up by the head.</summary>
public class ReviewCycleVerbs : EveryVerb<ReviewCycleVerbs, CycleScene, Status>
{
    protected override Type Aggregate => typeof(ReviewCycle);

    protected override IReadOnlyDictionary<Status, Func<Stage<CycleScene>>> Reach { get; } =
        Enum.GetValues<Status>().Where(s => s != Status.Draft)
        .ToDictionary(s => s, s => (Func<Stage<CycleScene>>)(() => new Stage<CycleScene>(In(s), Day)));

    protected override IReadOnlyDictionary<Status, string> NeverReached { get; } =
        new Dictionary<Status, string> { [Status.Draft] = "a cycle that is drawn up waits for the head at once" };

    protected override IReadOnlyList<FactoryRow<CycleScene, Status>> Factories =>
    [
        new("Draft", Drafted, Status.AwaitingHead)
        {
            At = Day, Right = [Coordinator], Wrong = Each("Review.OnlyCoordinator", Head, Leader, Lead, Clerk),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        new("Correct", (s, c) => s.Cycle.Correct(Reviews.Cycle(), c))
        {
            In = [Status.Returned],
            To = _ => Status.AwaitingHead,
            Right = [Coordinator],
            Wrong = Each("Review.OnlyCoordinator", Head, Leader, Lead),
        },
        OfHead("Open", (s, c) => s.Cycle.Open(c)) with
        {
            In = [Status.AwaitingHead],
            To = _ => Status.InProgress,
            Wrong = Each("Review.OwnProposal", Coordinator).And(Forbidden(Leader, Lead)),
        },
        OfHead("Return", (s, c) => s.Cycle.Return(c)) with
        {
            In = [Status.AwaitingHead],
            To = _ => Status.Returned,
            Wrong = Each("Review.OwnProposal", Coordinator).And(Forbidden(Leader, Lead)),
        },
        OfHolder("SubmitDossier", (s, c) => s.Cycle.SubmitDossier(new DossierInput { Secrecy = SecrecyGate.No }, s.Proposals, c)) with
        {
            In = [Status.InProgress], To = _ => Status.Consolidated,
        },
        OfHolder("LookAgain", (s, c) => s.Cycle.LookAgain(Again(), s.Proposals, c)) with
        {
            In = [Status.InProgress],
        },
        OfHead("Override", (s, c) => s.Cycle.Override(Override(), c)) with { In = [Status.InProgress] },
        OfHead("Reschedule", (s, c) => s.Cycle.Reschedule(new RescheduleInput { Days = 5, Reason = "Chờ hướng dẫn" }, s.Proposals, c)) with
        {
            In = [Status.InProgress, Status.Consolidated],
        },
        OfHolder("MarkSent", (s, c) => s.Cycle.MarkSent(Sent(), s.Proposals, c)) with
        {
            In = [Status.Consolidated], To = _ => Status.SubmittedToStandingCommittee,
        },
        OfHead("Cancel", (s, c) => s.Cycle.Cancel(c)) with
        {
            In = [Status.AwaitingHead, Status.Returned, Status.InProgress, Status.Consolidated], To = _ => Status.Cancelled,
        },
        new("Close", (s, _) => s.Cycle.Close())
        {
            In = [Status.SubmittedToStandingCommittee], To = _ => Status.Closed, IsImpersonal = true,
        },
    ];

    protected override Status StateOf(CycleScene scene) => scene.Cycle.Status;

    protected override int VersionOf(CycleScene scene) => scene.Cycle.Version;

    private static Row OfHead(string verb, Func<CycleScene, CaseContext, Result> act) =>
        new(verb, act) { Right = [Head], Wrong = Forbidden(StandingDeputy, Leader, Coordinator, Lead) };

    // Steps of the review coordinator's role: the definition may give them to another.
    private static Row OfHolder(string verb, Func<CycleScene, CaseContext, Result> act) => new(verb, act) { IsForAnyHolder = true };

    private static ReviewAgainInput Again() => new() { Secrecy = SecrecyGate.No, AreaId = Area, Reason = "Còn thiếu căn cứ" };

    private static QuotaOverrideInput Override() => new()
    {
        Secrecy = SecrecyGate.No,
        Group = "Xã",
        Kind = QuotaOverrideKind.ExceptionalPercent,
        Reason = "Nhiều đơn vị dẫn đầu",
    };

    private static (Result Result, CycleScene? Made) Drafted(CaseContext context)
    {
        var drafted = ReviewCycle.Draft(Guid.NewGuid(), Reviews.Cycle(), yearTaken: false, context);
        return (drafted, drafted.IsSuccess ? new CycleScene(drafted.Value, []) : null);
    }

    private static CycleScene In(Status status)
    {
        var cycle = ReviewCycle.Draft(Guid.NewGuid(), Reviews.Cycle(), yearTaken: false, As(Coordinator, Day)).Made();
        if (status is Status.AwaitingHead or Status.Returned)
        {
            (status == Status.Returned ? cycle.Return(As(Head, Day)) : Result.Ok).Must();
            return new CycleScene(cycle, []);
        }

        cycle.Open(As(Head, Day)).Must();
        var scene = new CycleScene(cycle, [To(ReviewProposalStatus.AwaitingCollective).Scene]);
        if (status is Status.InProgress or Status.Cancelled)
        {
            (status == Status.Cancelled ? cycle.Cancel(As(Head, Day)) : Result.Ok).Must();
            return scene;
        }

        cycle.SubmitDossier(new DossierInput { Secrecy = SecrecyGate.No }, scene.Proposals, As(Coordinator, Day)).Must();
        scene.Proposals[0].Pass(Reviews.Collective(), As(Head, Day)).Must();
        if (status != Status.Consolidated)
        {
            cycle.MarkSent(Sent(), scene.Proposals, As(Coordinator, Day)).Must();
            (status == Status.Closed ? cycle.Close() : Result.Ok).Must();
        }

        return scene;
    }
}
