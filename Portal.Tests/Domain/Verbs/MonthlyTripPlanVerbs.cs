using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.FieldTrips.MonthlyTripPlan, Portal.Domain.FieldTrips.TripPlanStatus>;
using Status = Portal.Domain.FieldTrips.TripPlanStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>P1, the plan of a month: opened by the calendar, drawn up by the group, seen by the leader in charge.</summary>
public class MonthlyTripPlanVerbs : EveryVerb<MonthlyTripPlanVerbs, MonthlyTripPlan, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override IReadOnlyDictionary<Status, Func<Stage<MonthlyTripPlan>>> Reach { get; } =
        Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<MonthlyTripPlan>>)(() => new Stage<MonthlyTripPlan>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<MonthlyTripPlan, Status>> Factories =>
    [
        new("Open", _ => (Result.Ok, Opened()), Status.Draft) { At = Monday, IsImpersonal = true },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        OfGroup("Submit", (p, c) => p.Submit(Plans.Plan(), c)) with
        {
            In = [Status.Draft, Status.Returned, Status.Rejected], To = _ => Status.Submitted,
        },
        OfGroup("Drop", (p, c) => p.Drop(new PlanItemDropInput { Secrecy = SecrecyGate.No, Item = 1, Reason = "Địa bàn bận họp" }, c)) with
        {
            In = [Status.Acknowledged],
        },
        OfGroup("Move", (p, c) => p.Move(Moved(), c)) with { In = [Status.Acknowledged] },
        OfLeader("Acknowledge", (p, c) => p.Acknowledge(Remarked(), c)) with
        {
            To = _ => Status.Acknowledged,
        },
        OfLeader("Return", (p, c) => p.Return(Plans.Opinion("Bổ sung nội dung"), c)) with { To = _ => Status.Returned },
        OfLeader("Reject", (p, c) => p.Reject(Plans.Opinion("Chưa cần đi"), c)) with { To = _ => Status.Rejected },
        new("Close", (p, _) => p.Close()) { In = [Status.Acknowledged], To = _ => Status.Superseded, IsImpersonal = true },
    ];

    protected override Status StateOf(MonthlyTripPlan scene) => scene.Status;

    protected override int VersionOf(MonthlyTripPlan scene) => scene.Version;

    /// <summary>A plan with one item, in the given state.</summary>
    internal static MonthlyTripPlan To(Status status)
    {
        var plan = Opened();
        if (status == Status.Draft)
        {
            return plan;
        }

        plan.Submit(Plans.Plan(), As(Lead, Monday)).Must();
        var leader = As(Leader, Monday);
        (status switch
        {
            Status.Submitted => Result.Ok,
            Status.Returned => plan.Return(Plans.Opinion("Bổ sung nội dung"), leader),
            Status.Rejected => plan.Reject(Plans.Opinion("Chưa cần đi"), leader),
            _ => plan.Acknowledge(Plans.Opinion(), leader),
        }).Must();
        if (status == Status.Superseded)
        {
            plan.Close().Must();
        }

        return plan;
    }

    private static MonthlyTripPlan Opened() => MonthlyTripPlan.Open(Guid.NewGuid(), Group, Plans.Month);

    private static PlanOpinionInput Remarked() => Plans.Opinion("Đồng ý", new PlanItemOpinion { Item = 1, Text = "Lưu ý chi bộ ghép" });

    private static PlanItemMoveInput Moved() => new()
    {
        Secrecy = SecrecyGate.No,
        Item = 1,
        DateFrom = new DateOnly(2026, 10, 15),
        DateTo = new DateOnly(2026, 10, 15),
        Reason = "Địa bàn đề nghị lùi ngày",
    };

    private static Row OfGroup(string verb, Func<MonthlyTripPlan, CaseContext, Result> act) =>
        new(verb, act) { Right = [Lead, Member, OtherMember], Wrong = Forbidden(Stranger, Leader, Clerk) };

    private static Row OfLeader(string verb, Func<MonthlyTripPlan, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.Submitted],
        Right = [Leader, StandingDeputy, Head],
        Wrong = Each("Trip.OwnTrip", Lead).And(Forbidden(Member, Stranger, OtherLeader)),
    };
}
