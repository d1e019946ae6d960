using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using static Portal.Tests.Domain.Verbs.MeetingStages;
using Meeting = Portal.Domain.Meetings.MeetingAttendance;
using Road = System.Collections.Generic.Dictionary<
    Portal.Domain.Meetings.AttendanceStatus, System.Func<Portal.Tests.Domain.Verbs.Stage<Portal.Domain.Meetings.MeetingAttendance>>>;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.Meetings.MeetingAttendance, Portal.Domain.Meetings.AttendanceStatus>;
using Status = Portal.Domain.Meetings.AttendanceStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>P2, the meeting as a whole, with one attendee: S31.</summary>
public class MeetingAttendanceVerbs : EveryVerb<MeetingAttendanceVerbs, Meeting, Status>
{
    private static readonly Status[] WithLines =
    [
        Status.Consented, Status.Preparing, Status.AwaitingNotes, Status.NotesSubmitted, Status.NotesReturned,
        Status.Closed, Status.Cancelled, Status.Withdrawn, Status.Absent,
    ];

    private static readonly Status[] BeforeTheMeeting =
        [Status.Registered, Status.Nominating, Status.AwaitingConsent, Status.Returned, Status.Consented, Status.Preparing];

    private static readonly IReadOnlyDictionary<Status, string> NoLine =
        Reached().Except(WithLines).ToDictionary(s => s, _ => "Common.NotFound");

    private static readonly IReadOnlyDictionary<string, string> Outsiders = Forbidden(Stranger, OtherLeader, Coordinator);

    protected override IReadOnlyDictionary<Status, Func<Stage<Meeting>>> Reach { get; } =
        Reached().ToDictionary(s => s, s => (Func<Stage<Meeting>>)(() =>
        To(s)));

    protected override IReadOnlyDictionary<Status, string> NeverReached { get; } =
        new Dictionary<Status, string> { [Status.Attended] = "who has arrived owes the notes at once" };

    protected override IReadOnlyList<FactoryRow<Meeting, Status>> Factories =>
    [
        new("Register", c => Walk.Both(Meeting.Register(Guid.NewGuid(), Group, MeetingRoad.Invitation(), [], c)), Status.Nominating)
        {
            // A member of another group too: one invitation may concern several groups (E-M10).
            At = Monday,
            Right = [Clerk, Lead, Member, Stranger],
            Wrong = Each("Meeting.OnlyMembersAndClerks", Leader, Head, Coordinator),
        },
    ];

    protected override IReadOnlyList<Row> Rows => [.. OfTheInvitation, .. OfConsent, .. OfExtras, .. OfLines, .. OfTheEnd];

    private static IReadOnlyList<Row> OfTheInvitation =>
    [
        Concerned("Correct", (m, c) => m.Correct(MeetingRoad.Invitation(), [], c)) with
        {
            In = [Status.Registered], To = _ => Status.Nominating,
        },
        Concerned("MarkOutOfScope", (m, c) => m.MarkOutOfScope(c)) with
        {
            In = [Status.Registered, Status.Nominating], To = _ => Status.OutOfScope,
        },
        Concerned("Merge", (m, c) => m.Merge([("DH-2026/0001", To(Status.Nominating).Scene)], c)) with
        {
            In = [Status.Registered, Status.Nominating], To = _ => Status.Merged,
        },
        Concerned("Move", (m, c) => m.Move(Moved(2), c)) with
        {
            In = [Status.Nominating, Status.Returned, Status.AwaitingConsent, Status.Consented, Status.Preparing],
            To = from => from == Status.Preparing ? Status.Consented : from,
        },
        Concerned("Move", (m, c) => m.Move(Moved(11), c)) with
        {
            When = "by many days",
            In = [Status.Nominating, Status.Returned, Status.AwaitingConsent, Status.Consented, Status.Preparing],
            To = from => from is Status.Consented or Status.Preparing ? Status.AwaitingConsent : from,
        },
        Concerned("Cancel", (m, c) => m.Cancel(c)) with { In = BeforeTheMeeting, To = _ => Status.Cancelled },
        OfGroup("GiveBack", (m, c) => m.GiveBack(c)) with { In = [Status.Nominating, Status.Returned], To = _ => Status.Registered },
        OfGroup("Withdraw", (m, c) => m.Withdraw(c)) with
        {
            In = BeforeTheMeeting, To = from => from == Status.AwaitingConsent ? Status.Nominating : Status.Withdrawn,
        },
    ];

    private static IReadOnlyList<Row> OfConsent =>
    [
        OfGroup("Nominate", (m, c) => m.Nominate(MeetingRoad.LeadGoes(), c)) with
        {
            In = [Status.Nominating, Status.Returned], To = _ => Status.AwaitingConsent,
        },
        OfLeader("NominateDirectly", (m, c) => m.NominateDirectly(MeetingRoad.LeadGoes(), c)) with
        {
            In = [Status.Nominating, Status.Returned],
            To = _ => Status.Consented,
            At = At(new DateTime(2026, 10, 7, 9, 0, 0)),
            Wrong = Forbidden(Lead, Member, OtherLeader, Clerk),
        },
        OfLeader("Agree", (m, c) => m.Agree(MeetingRoad.Consent(), c)) with { In = [Status.AwaitingConsent], To = _ => Status.Consented },
        OfLeader("Return", (m, c) => m.Return(c)) with { In = [Status.AwaitingConsent], To = _ => Status.Returned },
        OfLeader("Refuse", (m, c) => m.Refuse(c)) with { In = [Status.AwaitingConsent], To = _ => Status.Refused },
        OfLeader("ForwardToHead", (m, c) => m.ForwardToHead(c)) with { In = [Status.AwaitingConsent] },
        OfLeader("Agree", (m, c) => m.Agree(MeetingRoad.Consent(), c)) with
        {
            When = "passed to the head",
            In = [Status.AwaitingConsent],
            To = _ => Status.Consented,
            From = new Road { [Status.AwaitingConsent] = () => To(Status.AwaitingConsent).Then(m => m.ForwardToHead(As(Leader, Monday))) },
            Right = [Head],
            Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Leader, StandingDeputy, OtherLeader)),
        },
        OfGroup("RecordOralConsent", (m, c) => m.RecordOralConsent(Oral(), c)) with
        {
            In = [Status.AwaitingConsent], To = _ => Status.Consented,
        },
        OfOral("ConfirmOral", (m, c) => m.ConfirmOral(c)),
        OfOral("DisputeOral", (m, c) => m.DisputeOral(c)),
    ];

    private static IReadOnlyList<Row> OfExtras =>
    [
        OfGroup("RequestExtra", (m, c) => m.RequestExtra(Extras(), c)) with { In = [Status.Consented, Status.Preparing] },
        OfGroup("RequestExtra", (m, c) => m.RequestExtra(Extras(), c)) with
        {
            When = "while one is pending",
            From = Asked,
            In = [Status.Consented, Status.Preparing],
            Right = [],
            Wrong = Each("Meeting.ExtraPending", Lead, Member).And(Forbidden(Stranger, Leader)),
        },
        OfLeader("AgreeExtra", (m, c) => m.AgreeExtra(MeetingRoad.Consent(), c)) with
        {
            In = [Status.Consented, Status.Preparing], From = Asked,
        },
        OfLeader("AgreeExtra", (m, c) => m.AgreeExtra(MeetingRoad.Consent(), c)) with { When = "nothing was asked for" },
        OfLeader("RefuseExtra", (m, c) => m.RefuseExtra(c)) with
        {
            In =
            [
                Status.AwaitingConsent, Status.Consented, Status.Preparing,
                Status.AwaitingNotes, Status.NotesSubmitted, Status.NotesReturned,
            ],
            From = Asked,
        },
        OfLeader("RefuseExtra", (m, c) => m.RefuseExtra(c)) with { When = "nothing was asked for" },
    ];

    private static IReadOnlyList<Row> OfLines =>
    [
        new("StartLines", (m, _) => m.StartLines()) { In = [Status.Consented], To = _ => Status.Preparing, IsImpersonal = true },
        OfAttendee("Prepare", (m, c) => m.Prepare(1, MeetingRoad.Prepared(), c)) with { In = [Status.Preparing] },
        OfAttendee("Arrive", (m, c) => m.Arrive(1, MeetingRoad.Arrived(), c)) with
        {
            In = [Status.Preparing], To = _ => Status.AwaitingNotes, At = Began,
        },
        OfAttendee("Miss", (m, c) => m.Miss(1, c)) with { In = [Status.Preparing] },
        OfAttendee("SubmitNotes", (m, c) => m.SubmitNotes(1, Notes(), c)) with
        {
            In = [Status.AwaitingNotes, Status.NotesReturned], To = _ => Status.NotesSubmitted, At = Ended,
        },
        OfGroup("Substitute", (m, c) => m.Substitute(1, new SubstituteInput { NomineeId = OtherMember, Reason = "Đồng chí ốm" }, c)) with
        {
            In = [Status.Preparing], NotNowIn = NoLine,
        },
        OfGroup("StandDown", (m, c) => m.StandDown(1, c)) with { In = [Status.Consented, Status.Preparing], NotNowIn = NoLine },
        OfLeader("ExtendNotes", (m, c) => m.ExtendNotes(1, Later(), c)) with
        {
            In = [Status.AwaitingNotes, Status.NotesReturned], NotNowIn = NoLine,
        },
        OfGroup("Read", (m, c) => m.Read(1, c)) with
        {
            In = [Status.NotesSubmitted, Status.NotesReturned, Status.Closed], NotNowIn = NoLine,
        },
        OfGroup("LeadSees", (m, c) => m.LeadSees(1, c)) with
        {
            In = [Status.NotesSubmitted], NotNowIn = NoLine, Right = [Lead, OtherMember],
            Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Stranger, Leader, Clerk)),
        },
        OfLeader("AcknowledgeNotes", (m, c) => m.AcknowledgeNotes(1, Review(), c)) with { In = [Status.NotesSubmitted], NotNowIn = NoLine },
        OfLeader("RequestSupplement", (m, c) => m.RequestSupplement(1, c)) with
        {
            In = [Status.NotesSubmitted], NotNowIn = NoLine, To = _ => Status.NotesReturned, Right = [Lead, Leader, StandingDeputy, Head],
            Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Stranger, OtherLeader, Clerk)),
        },
    ];

    private static IReadOnlyList<Row> OfTheEnd =>
    [
        new("Close", (m, c) => m.Close(c))
        {
            IsImpersonal = true,
            In = [Status.NotesSubmitted, Status.Preparing],
            To = from => from == Status.Preparing ? Status.Absent : Status.Closed,
            From = new Road
            {
                [Status.NotesSubmitted] = () => Acknowledged(),
                [Status.Preparing] = () => To(Status.Preparing).Then(m => m.Miss(1, As(Member, Monday))),
            },
        },
        new("Close", (m, c) => m.Close(c)) { When = "while a line is open", IsImpersonal = true },
        new("Close", (m, c) => m.Close(c))
        {
            When = "after a move that undid the consent",
            IsImpersonal = true,
            From = new Road { [Status.AwaitingConsent] = () => To(Status.Preparing).Then(m => m.Move(Moved(11), As(Lead, Monday))) },
        },
    ];

    // Further people were asked for while those consented to had still to go; what became of the meeting since differs.
    private static Road Asked => new()
    {
        [Status.Consented] = () => Asking(Status.Consented),
        [Status.Preparing] = () => Asking(Status.Preparing),
        [Status.AwaitingConsent] = () => Asking(Status.Preparing).Then(m => m.Move(Moved(11), As(Lead, Monday))),
        [Status.AwaitingNotes] = () => Arrived(),
        [Status.NotesSubmitted] = () => Noted(),
        [Status.NotesReturned] = () => Noted().Then(m => m.RequestSupplement(1, As(Leader, Ended))),
        [Status.Cancelled] = () => Asking(Status.Preparing).Then(m => m.Cancel(As(Lead, Monday))),
        [Status.Withdrawn] = () => Asking(Status.Preparing).Then(m => m.Withdraw(As(Lead, Monday))),
    };

    protected override Status StateOf(Meeting scene) => scene.Status;

    protected override int VersionOf(Meeting scene) => scene.Version;

    private static IEnumerable<Status> Reached() => Enum.GetValues<Status>().Where(s => s != Status.Attended);

    private static Stage<Meeting> Asking(Status status) => To(status).Then(m => m.RequestExtra(Extras(), As(Lead, Monday)));

    private static Stage<Meeting> Arrived() =>
        Asking(Status.Preparing).Then(m => m.Arrive(1, MeetingRoad.Arrived(), As(Member, Began))) with
        {
            Now = Began,
        };

    private static Stage<Meeting> Noted() => Arrived().Then(m => m.SubmitNotes(1, Notes(), As(Member, Ended))) with { Now = Ended };

    private static Row Concerned(string verb, Func<Meeting, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Clerk, Lead, Member],
        Wrong = Outsiders,
    };

    private static Row OfGroup(string verb, Func<Meeting, CaseContext, Result> act) =>
        new(verb, act) { Right = [Lead, Member, OtherMember], Wrong = Forbidden(Stranger, Leader, Clerk) };

    private static Row OfLeader(string verb, Func<Meeting, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Leader, StandingDeputy, Head],
        Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Lead, OtherLeader, Clerk)),
    };

    private static Row OfAttendee(string verb, Func<Meeting, CaseContext, Result> act) =>
        new(verb, act) { Right = [Member, Lead], Wrong = Forbidden(OtherMember, Stranger, Leader, Clerk), NotNowIn = NoLine };

    // A consent by word of mouth is confirmed or disputed afterwards, even when nobody went in the end.
    private static Row OfOral(string verb, Func<Meeting, CaseContext, Result> act) => OfLeader(verb, act) with
    {
        In = [.. WithLines, Status.NotAttending],
        From = WithLines.Append(Status.NotAttending).ToDictionary(s => s, s => (Func<Stage<Meeting>>)(() => To(s, oral: true))),
        Wrong = Forbidden(Lead, Member, OtherLeader, Clerk),
    };
}
