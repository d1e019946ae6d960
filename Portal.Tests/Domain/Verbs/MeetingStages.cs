using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Status = Portal.Domain.Meetings.AttendanceStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>The road of a meeting, and of its first line: S31 goes, where wanted with S33 beside.</summary>
internal static class MeetingStages
{
    public static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));
    public static readonly DateTime Began = At(MeetingRoad.Starts.AddMinutes(5));
    public static readonly DateTime Ended = At(MeetingRoad.Ends.AddMinutes(30));

    public static NominationInput Nobody() => new()
    {
        Secrecy = SecrecyGate.No,
        Option = NominationOption.NotAttend,
        NotAttendReason = "Nội dung ngoài phạm vi",
    };

    public static OralReportForm Oral() => new()
    {
        Secrecy = SecrecyGate.No,
        OralReport = new OralReportInput
        {
            ToId = Leader,
            At = new DateTime(2026, 10, 5, 8, 30, 0),
            Channel = ContactChannel.Phone,
            Answer = "Đồng ý",
        },
    };

    public static MeetingMoveInput Moved(int days) => new()
    {
        Secrecy = SecrecyGate.No,
        StartsAt = MeetingRoad.Starts.AddDays(days),
        EndsAt = MeetingRoad.Ends.AddDays(days),
        Reason = "Đơn vị đổi lịch",
    };

    public static AttendanceNotesInput Notes() => MeetingRoad.Notes().WithShare();

    public static ExtensionInput Later() => new() { NewDue = new DateOnly(2026, 10, 20), Reason = "Chờ tài liệu" };

    public static ResultReviewInput Review() => new() { Secrecy = SecrecyGate.No };

    public static ExtraRequestInput Extras() => new()
    {
        Secrecy = SecrecyGate.No,
        Extras = [new ExtraAttendeeInput { PersonId = OtherMember, Covers = "Hồ sơ đảng viên" }],
        NecessityReason = "Cần người chuyên sâu",
    };

    public static Stage<MeetingAttendance> Then(this Stage<MeetingAttendance> stage, Func<MeetingAttendance, Result> act)
    {
        act(stage.Scene).Must();
        return stage;
    }

    /// <summary>A meeting in the state; with the consent given orally, or with a second attendee, where wanted.</summary>
    public static Stage<MeetingAttendance> To(Status status, bool oral = false, bool two = false) => status switch
    {
        Status.Nominating =>
            new(MeetingAttendance.Register(Guid.NewGuid(), Group, MeetingRoad.Invitation(), [], As(Clerk, Monday)).Made(), Monday),
        Status.Registered => To(Status.Nominating).Then(m => m.GiveBack(As(Lead, Monday))),
        Status.OutOfScope => To(Status.Nominating).Then(m => m.MarkOutOfScope(As(Clerk, Monday))),
        Status.Merged => To(Status.Nominating)
            .Then(m => m.Merge([("DH-2026/0001", To(Status.Nominating).Scene)], As(Clerk, Monday))),
        Status.AwaitingConsent => To(Status.Nominating)
            .Then(m => m.Nominate(two ? WithExtra() : MeetingRoad.MemberGoes(), As(Lead, Monday))),
        Status.Returned => To(Status.AwaitingConsent).Then(m => m.Return(As(Leader, Monday))),
        Status.Refused => To(Status.AwaitingConsent).Then(m => m.Refuse(As(Leader, Monday))),
        Status.NotAttending => Declined(oral),
        Status.Consented => Consented(oral, two),
        Status.Preparing => Consented(oral, two).Then(m => m.StartLines()),
        Status.Cancelled => To(Status.Preparing, oral).Then(m => m.Cancel(As(Lead, Monday))),
        Status.Withdrawn => To(Status.Preparing, oral).Then(m => m.Withdraw(As(Lead, Monday))),
        Status.Absent => To(Status.Preparing, oral).Then(m => m.Miss(1, As(Member, Monday))).Then(m => m.Close(As(Lead, Monday))),
        Status.AwaitingNotes => To(Status.Preparing, oral, two).Then(m => m.Arrive(1, MeetingRoad.Arrived(), As(Member, Began))) with
        {
            Now = Began,
        },
        Status.NotesSubmitted => To(Status.AwaitingNotes, oral, two).Then(m => m.SubmitNotes(1, Notes(), As(Member, Ended))) with
        {
            Now = Ended,
        },
        Status.NotesReturned => To(Status.NotesSubmitted, oral, two).Then(m => m.RequestSupplement(1, As(Leader, Ended))),
        Status.Closed => Acknowledged(oral).Then(m => m.Close(As(Leader, Ended))),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no road leads there"),
    };

    /// <summary>The notes are seen, the meeting is not closed yet.</summary>
    public static Stage<MeetingAttendance> Acknowledged(bool oral = false, bool two = false) =>
        To(Status.NotesSubmitted, oral, two).Then(m => m.AcknowledgeNotes(1, Review(), As(Leader, Ended)));

    private static Stage<MeetingAttendance> Consented(bool oral, bool two) => To(Status.AwaitingConsent, two: two)
        .Then(m => oral ? m.RecordOralConsent(Oral(), As(Lead, Monday)) : m.Agree(MeetingRoad.Consent(), As(Leader, Monday)));

    private static Stage<MeetingAttendance> Declined(bool oral) => To(Status.Nominating).Then(m => m.Nominate(Nobody(), As(Lead, Monday)))
        .Then(m => oral ? m.RecordOralConsent(Oral(), As(Lead, Monday)) : m.Agree(MeetingRoad.Consent(), As(Leader, Monday)));

    private static NominationInput WithExtra() => MeetingRoad.WithExtra(OtherMember) with
    {
        NomineeId = Member,
        LeadBusyReason = LeadBusyReason.Trip,
    };
}
