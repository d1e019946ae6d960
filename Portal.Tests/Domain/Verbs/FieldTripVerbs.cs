using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.FieldTrips.FieldTrip, Portal.Domain.FieldTrips.FieldTripStatus>;
using Status = Portal.Domain.FieldTrips.FieldTripStatus;
using Trip = Portal.Domain.FieldTrips.FieldTrip;

namespace Portal.Tests.Domain.Verbs;

/// <summary>P1, the trip: who reports it, who decides on it, and when.</summary>
public class FieldTripVerbs : EveryVerb<FieldTripVerbs, Trip, Status>
{
    private const string NotNow = "Trip.NotInThisState";

    private static readonly Status[] Over = [Status.Closed, Status.Declined, Status.Cancelled, Status.Withdrawn, Status.NotTaken];

    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));
    private static readonly DateTime Departed = At(Trips.Departs.AddMinutes(10));
    private static readonly DateTime Returned = At(Trips.Returns.AddMinutes(10));

    private static readonly IReadOnlyDictionary<string, string> Outsiders = Forbidden(Stranger, Leader, Head, Clerk);
    private static readonly IReadOnlyDictionary<string, string> NotTheLeader =
        Each("Trip.OwnTrip", Member, Lead).And(Forbidden(OtherLeader, OtherMember, Stranger));

    protected override IReadOnlyDictionary<Status, Func<Stage<Trip>>> Reach { get; } =
        Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<Trip>>)(() => To(s)));

    protected override IReadOnlyList<FactoryRow<Trip, Status>> Factories =>
    [
        new("Notify", c => Walk.Both(Trip.Notify(Guid.NewGuid(), Group, Trips.Notice(), c)), Status.Notified)
        {
            At = Monday, Right = [Member, Lead],
            Wrong = Each("Trip.OnlyMembers", Stranger, Leader, Clerk).And(Each("Common.Invalid", OtherMember)),
        },
    ];

    protected override IReadOnlyList<Row> Rows => [.. OfTheGroup, .. OfTheLeaders, .. OfTheEnd];

    protected override Status StateOf(Trip scene) => scene.Status;

    protected override int VersionOf(Trip scene) => scene.Version;

    private static IReadOnlyList<Row> OfTheGroup =>
    [
        OfTrip("Resubmit", (t, c) => t.Resubmit(Trips.Notice(), c)) with
        {
            In = [Status.Draft, Status.ReturnedForChange], To = _ => Status.Notified,
        },
        OfTrip("RecordOralReport", (t, c) => t.RecordOralReport(Oral(), c)) with { In = [Status.Notified] },
        OfTrip("RecordPriorContact", (t, c) => t.RecordPriorContact(Contact(), c)) with
        {
            In = [Status.Draft, Status.Notified, Status.ReturnedForChange, Status.Acknowledged],
        },
        OfTrip("Change", (t, c) => t.Change(ElsePlace(), c)) with
        {
            In = [Status.Notified, Status.Acknowledged, Status.InProgress],
            To = from => from == Status.InProgress ? Status.InProgress : Status.Notified,
        },
        OfTrip("AddNote", (t, c) => t.AddNote(c)) with { In = [Status.InProgress] },
        OfTrip("AddPart", (t, c) => t.AddPart(new TripResultPartInput { Guidance = "Hướng dẫn sinh hoạt chi bộ" }, c)) with
        {
            In = [Status.AwaitingResult, Status.ResultReturned],
        },
        OfTrip("MarkNotTaken", (t, c) => t.MarkNotTaken(c)) with { In = [Status.Notified, Status.Acknowledged], To = _ => Status.NotTaken },
        OfTrip("Depart", (t, c) => t.Depart(Trips.Departure(), c)) with
        {
            In = [Status.Notified, Status.Acknowledged],
            To = _ => Status.InProgress,
            From = new Dictionary<Status, Func<Stage<Trip>>> { [Status.Notified] = () => To(Status.Notified, oral: true) },
            NotNowIn = new Dictionary<Status, string> { [Status.Draft] = "Trip.NoNotice", [Status.ReturnedForChange] = "Trip.NoNotice" },
            At = Departed,
            Right = [Member, Lead],
            Wrong = Outsiders.And(Each("Common.Invalid", OtherMember)),
        },
        OfTrip("End", (t, c) => t.End(At(Trips.Returns), c)) with
        {
            In = [Status.InProgress], To = _ => Status.AwaitingResult, At = Returned, IsForTimers = true,
        },
        OfTrip("SubmitResult", (t, c) => t.SubmitResult(Trips.Result(), c)) with
        {
            In = [Status.AwaitingResult, Status.ResultReturned], To = _ => Status.ResultSubmitted,
        },
        new("Withdraw", (t, c) => t.Withdraw(c))
        {
            In = [Status.Draft, Status.Notified, Status.ReturnedForChange, Status.Acknowledged],
            To = from => from == Status.Notified ? Status.Draft : Status.Withdrawn,
            Right = [Member, Lead], Wrong = Forbidden(OtherMember, Stranger, Leader, Clerk), NotNow = NotNow,
        },
        new("Withdraw", (t, c) => t.Withdraw(c))
        {
            When = "after a report by word of mouth",
            In = [Status.Draft, Status.Notified, Status.ReturnedForChange, Status.Acknowledged], To = _ => Status.Withdrawn,
            From = new Dictionary<Status, Func<Stage<Trip>>> { [Status.Notified] = () => Made(oral: true) },
            Right = [Member, Lead], Wrong = Forbidden(OtherMember, Stranger, Leader, Clerk), NotNow = NotNow,
        },
        new("Cancel", (t, c) => t.Cancel(c))
        {
            In = [Status.Draft, Status.Notified, Status.ReturnedForChange, Status.Acknowledged], To = _ => Status.Cancelled,
            Right = [Member, Lead, Leader, StandingDeputy, Head], Wrong = Forbidden(OtherMember, Stranger, OtherLeader), NotNow = NotNow,
        },
    ];

    private static IReadOnlyList<Row> OfTheLeaders =>
    [
        OfLeader("Acknowledge", (t, c) => t.Acknowledge(c)) with { In = [Status.Notified], To = _ => Status.Acknowledged },
        OfLeader("ReturnForChange", (t, c) => t.ReturnForChange(c)) with { In = [Status.Notified], To = _ => Status.ReturnedForChange },
        OfLeader("Decline", (t, c) => t.Decline(c)) with { In = [Status.Notified], To = _ => Status.Declined },
        OfLeader("ForwardNoticeToHead", (t, c) => t.ForwardNoticeToHead(c)) with { In = [Status.Notified] },
        OfLeader("Acknowledge", (t, c) => t.Acknowledge(c)) with
        {
            When = "passed to the head",
            Of = [Status.Notified],
            In = [Status.Notified],
            To = _ => Status.Acknowledged,
            From = new Dictionary<Status, Func<Stage<Trip>>>
            {
                [Status.Notified] = () => Then(To(Status.Notified), t => t.ForwardNoticeToHead(As(Leader, Monday))),
            },
            Right = [Head],
            Wrong = Each("Trip.OwnTrip", Member, Lead).And(Forbidden(Leader, StandingDeputy, OtherLeader)),
        },
        OfOral("ConfirmOralReport", (t, c) => t.ConfirmOralReport(c)),
        OfOral("DisputeOralReport", (t, c) => t.DisputeOralReport(c)),
        OfLeader("Extend", (t, c) => t.Extend(new ExtensionInput { NewDue = new DateOnly(2026, 10, 20), Reason = "Chờ số liệu" }, c)) with
        {
            In = [Status.AwaitingResult, Status.ResultReturned],
        },
        OfLeader("RequestSupplement", (t, c) => t.RequestSupplement(c)) with
        {
            In = [Status.ResultSubmitted], To = _ => Status.ResultReturned,
        },
        OfLeader("ForwardToHead", (t, c) => t.ForwardToHead(c)) with { In = [Status.ResultSubmitted] },
        OfLeader("AcknowledgeResult", (t, c) => t.AcknowledgeResult(c)) with { In = [Status.ResultSubmitted] },
    ];

    private static IReadOnlyList<Row> OfTheEnd =>
    [
        OfLeader("AcknowledgeResult", (t, c) => t.AcknowledgeResult(c)) with
        {
            When = "passed to the head",
            In = [Status.ResultSubmitted],
            From = new Dictionary<Status, Func<Stage<Trip>>>
            {
                [Status.ResultSubmitted] = () => Then(To(Status.ResultSubmitted), t => t.ForwardToHead(As(Leader, Returned))),
            },
            Right = [Head],
            Wrong = Each("Trip.OwnTrip", Member, Lead).And(Forbidden(Leader, StandingDeputy, OtherLeader)),
        },
        Closing("Close") with
        {
            In = [Status.ResultSubmitted], To = _ => Status.Closed,
            From = new Dictionary<Status, Func<Stage<Trip>>> { [Status.ResultSubmitted] = () => Acknowledged() },
        },
        Closing("Close") with { When = "before a leader has seen the result" },
    ];

    private static Row OfTrip(string verb, Func<Trip, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Member, Lead, OtherMember],
        Wrong = Outsiders,
        NotNow = NotNow,
    };

    private static Row OfLeader(string verb, Func<Trip, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Leader, StandingDeputy, Head],
        Wrong = NotTheLeader,
        NotNow = NotNow,
    };

    // Told to a leader: that is settled whatever became of the trip since, as long as it took place or may still.
    private static Row OfOral(string verb, Func<Trip, CaseContext, Result> act) => OfLeader(verb, act) with
    {
        In = [.. Enum.GetValues<Status>().Except(Over), Status.Closed],
        From = Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<Trip>>)(() => To(s, oral: true))),
    };

    private static Row Closing(string verb) => new(verb, (t, c) => t.Close(null, c))
    {
        IsImpersonal = true,
        NotNow = "Trip.ResultNotAcknowledged",
        NotNowIn = Over.ToDictionary(s => s, _ => NotNow),
    };

    private static OralReportForm Oral() => new()
    {
        Secrecy = SecrecyGate.No,
        OralReport = new OralReportInput
        {
            ToId = Leader,
            At = new DateTime(2026, 10, 5, 8, 30, 0),
            Channel = ContactChannel.Phone,
            Answer = "Đồng ý để đoàn đi",
        },
    };

    private static TripChangeInput ElsePlace() => new() { Place = "Nhà văn hóa ấp 3", Reason = "Địa bàn đổi nơi làm việc" };

    private static PriorContactInput Contact() => Trips.Contact(new DateTime(2026, 10, 5, 8, 0, 0));

    private static Stage<Trip> Acknowledged(bool oral = false) =>
        Then(To(Status.ResultSubmitted, oral), t => t.AcknowledgeResult(As(Leader, Returned)));

    private static Stage<Trip> Then(Stage<Trip> stage, Func<Trip, Result> act)
    {
        act(stage.Scene).Must();
        return stage;
    }

    private static Stage<Trip> Made(bool oral)
    {
        var trip = Trip.Notify(Guid.NewGuid(), Group, Trips.Notice(), As(Member, Monday)).Made();
        trip.RecordPriorContact(Contact(), As(Lead, Monday)).Must();
        if (oral)
        {
            trip.RecordOralReport(Oral(), As(Lead, Monday)).Must();
        }

        return new Stage<Trip>(trip, Monday);
    }

    private static Stage<Trip> To(Status status, bool oral = false) => status switch
    {
        Status.Notified => Made(oral),
        Status.Draft => Then(
            oral ? Then(Made(oral), t => t.Change(ElsePlace(), As(Lead, Monday))) : Made(oral), t => t.Withdraw(As(Member, Monday))),
        Status.ReturnedForChange => Then(Made(oral), t => t.ReturnForChange(As(Leader, Monday))),
        Status.Declined => Then(Made(oral), t => t.Decline(As(Leader, Monday))),
        Status.Cancelled => Then(Made(oral), t => t.Cancel(As(Lead, Monday))),
        Status.NotTaken => Then(Made(oral), t => t.MarkNotTaken(As(Lead, Monday))),
        Status.Acknowledged => Then(Made(oral), t => t.Acknowledge(As(Leader, Monday))),
        Status.Withdrawn => Then(To(Status.Acknowledged, oral), t => t.Withdraw(As(Member, Monday))),
        Status.InProgress => Then(To(Status.Acknowledged, oral), t => t.Depart(Trips.Departure(), As(Member, Departed))) with
        {
            Now = Departed,
        },
        Status.AwaitingResult => Then(To(Status.InProgress, oral), t => t.End(At(Trips.Returns), As(Member, Returned))) with
        {
            Now = Returned,
        },
        Status.ResultSubmitted => Then(To(Status.AwaitingResult, oral), t => t.SubmitResult(Trips.Result(), As(Member, Returned))),
        Status.ResultReturned => Then(To(Status.ResultSubmitted, oral), t => t.RequestSupplement(As(Leader, Returned))),
        Status.Closed => Then(Acknowledged(oral), t => t.Close(null, As(Leader, Returned))),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no road leads there"),
    };
}
