using System.Reflection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using static Portal.Tests.Domain.Verbs.MeetingStages;
using Meeting = Portal.Domain.Meetings.MeetingAttendance;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.Meetings.MeetingAttendance, Portal.Domain.Meetings.AttendanceStatus>;
using Status = Portal.Domain.Meetings.AttendanceStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>
/// One line of a meeting while another attendee (S33, line 2) still prepares. Its verbs are the assembly's own: they are done through the
/// meeting, which asks who may.
/// </summary>
public class AttendanceLineVerbs : EveryVerb<AttendanceLineVerbs, Meeting, Status>
{
    // Whoever stays away already is not concerned by what the meeting does with those who still go.
    private static readonly Status[] Gone = [Status.NotAttending, Status.Absent];

    protected override Type Aggregate => typeof(AttendanceLine);

    protected override IReadOnlyDictionary<Status, Func<Stage<Meeting>>> Reach { get; } = new Dictionary<Status, Func<Stage<Meeting>>>
    {
        [Status.Consented] = () => To(Status.Consented, two: true),
        [Status.Preparing] = () => To(Status.Preparing, two: true),
        [Status.AwaitingNotes] = () => To(Status.AwaitingNotes, two: true),
        [Status.NotesSubmitted] = () => To(Status.NotesSubmitted, two: true),
        [Status.NotesReturned] = () => To(Status.NotesReturned, two: true),
        [Status.Closed] = () => Acknowledged(two: true),
        [Status.NotAttending] = () => To(Status.Preparing, two: true).Then(m => m.StandDown(1, As(Lead, Monday))),
        [Status.Absent] = () => To(Status.Preparing, two: true).Then(m => m.Miss(1, As(Member, Monday))),
        [Status.Cancelled] = () => To(Status.Preparing, two: true).Then(m => m.Cancel(As(Lead, Monday))),
        [Status.Withdrawn] = () => To(Status.Preparing, two: true).Then(m => m.Withdraw(As(Lead, Monday))),
    };

    protected override IReadOnlyDictionary<Status, string> NeverReached { get; } = new[]
    {
        Status.Registered, Status.Nominating, Status.AwaitingConsent, Status.Returned, Status.OutOfScope, Status.Merged, Status.Refused,
        Status.Attended,
    }.ToDictionary(s => s, _ => "a line begins with consent, and who has arrived owes the notes at once");

    protected override IReadOnlyList<FactoryRow<Meeting, Status>> Factories =>
    [
        new("For", Consenting, Status.Consented)
        {
            At = Monday,
            Right = [Leader, Head],
            Wrong = Each("Meeting.OwnAttendance", Member, OtherMember).And(Forbidden(Lead, OtherLeader)),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        new("Start", (m, _) => m.StartLines()) { In = [Status.Consented], To = _ => Status.Preparing, IsImpersonal = true },
        OfGroup("Restart", (m, c) => m.Move(Moved(2), c)) with
        {
            In = [Status.Consented, Status.Preparing], PassesBy = Gone,
            To = _ => Status.Consented,
            Right = [Lead, Clerk],
            Wrong = Forbidden(Stranger, Leader),
        },
        OfGroup("EndAs", (m, c) => m.Withdraw(c)) with
        {
            In = [Status.Consented, Status.Preparing], PassesBy = Gone, To = _ => Status.Withdrawn,
        },
        OfGroup("StandDown", (m, c) => m.StandDown(1, c)) with { In = [Status.Consented, Status.Preparing], To = _ => Status.NotAttending },
        OfGroup("Substitute", (m, c) => m.Substitute(1, new SubstituteInput { NomineeId = Lead, Reason = "Đồng chí ốm" }, c)) with
        {
            In = [Status.Preparing],
        },
        OfAttendee("Prepare", (m, c) => m.Prepare(1, MeetingRoad.Prepared(), c)) with { In = [Status.Preparing] },
        OfAttendee("Arrive", (m, c) => m.Arrive(1, MeetingRoad.Arrived(), c)) with
        {
            In = [Status.Preparing], To = _ => Status.AwaitingNotes, At = Began,
        },
        OfAttendee("MarkAbsent", (m, c) => m.Miss(1, c)) with { In = [Status.Preparing], To = _ => Status.Absent },
        OfAttendee("Submit", (m, c) => m.SubmitNotes(1, Notes(), c)) with
        {
            In = [Status.AwaitingNotes, Status.NotesReturned], To = _ => Status.NotesSubmitted, At = Ended,
        },
        OfLeader("Extend", (m, c) => m.ExtendNotes(1, Later(), c)) with
        {
            In = [Status.AwaitingNotes, Status.NotesReturned],
        },
        OfGroup("MarkSeenByLead", (m, c) => m.LeadSees(1, c)) with
        {
            In = [Status.NotesSubmitted],
            Right = [Lead, OtherMember],
            Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Stranger, Leader)),
        },
        OfLeader("Acknowledge", (m, c) => m.AcknowledgeNotes(1, Review(), c)) with
        {
            In = [Status.NotesSubmitted], To = _ => Status.Closed,
        },
        OfLeader("SendBack", (m, c) => m.RequestSupplement(1, c)) with
        {
            In = [Status.NotesSubmitted], To = _ => Status.NotesReturned, Right = [Lead, Leader, Head],
            Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Stranger, OtherLeader)),
        },
        OfGroup("Read", (m, c) => m.Read(1, c)) with
        {
            In = [Status.NotesSubmitted, Status.NotesReturned, Status.Closed], Right = [Lead, OtherMember],
        },
    ];

    protected override bool IsVerb(MethodInfo method) => method.IsPublic || method.IsAssembly;

    protected override Status StateOf(Meeting scene) => scene.Line(1)!.Status;

    protected override int VersionOf(Meeting scene) => scene.Line(1)!.Version;

    private static (Result Result, Meeting? Made) Consenting(CaseContext context)
    {
        var meeting = To(Status.AwaitingConsent, two: true).Scene;
        var agreed = meeting.Agree(MeetingRoad.Consent(), context);
        return (agreed, agreed.IsSuccess ? meeting : null);
    }

    private static Row OfGroup(string verb, Func<Meeting, CaseContext, Result> act) => new(verb, act)
    {
        Right = [Lead, Member],
        Wrong = Forbidden(Stranger, Leader, Clerk),
    };

    private static Row OfAttendee(string verb, Func<Meeting, CaseContext, Result> act) =>
        new(verb, act) { Right = [Member, Lead], Wrong = Forbidden(OtherMember, Stranger, Leader, Clerk) };

    private static Row OfLeader(string verb, Func<Meeting, CaseContext, Result> act) =>
        new(verb, act)
        {
            Right = [Leader, StandingDeputy, Head],
            Wrong = Each("Meeting.OwnAttendance", Member).And(Forbidden(Lead, OtherLeader)),
        };
}
