using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.Meetings;

/// <content>Steps 5 to 9: what each attendee does, a line each, and how the line is reviewed.</content>
public sealed partial class MeetingAttendance
{
    /// <summary>Somebody has consent and has not begun to prepare.</summary>
    public bool HasLinesToStart() => _lines.Exists(l => l.Status == AttendanceStatus.Consented);

    /// <summary>The consented lines begin to prepare.</summary>
    public Result StartLines()
    {
        if (!HasLinesToStart())
        {
            return NotNow();
        }

        _lines.FindAll(l => l.Status == AttendanceStatus.Consented).ForEach(l => l.Start());
        return FollowLines(Result.Ok);
    }

    public Result Prepare(int line, PreparationInput input, CaseContext context) =>
        OnLine(line, l => l.WhyNotPreparing(), l => WhyNotAttendee(l, context), l => l.Prepare(input, context.Now));

    /// <summary>E-M3: another member goes; the leader is told, no new consent is needed (R-ATT-11, Đ7.B.3).</summary>
    public Result Substitute(int line, SubstituteInput input, CaseContext context) =>
        OnLine(
            line,
            l => l.WhyNotPreparing(),
            _ => WhyNotOfGroup(context) ?? WhyNotSubstitute(input, context),
            l => l.Substitute(input.NomineeId!));

    /// <summary>E-M3: nobody can go.</summary>
    public Result StandDown(int line, CaseContext context) =>
        OnLine(line, l => l.WhyNotToGo(), _ => WhyNotOfGroup(context), l => l.StandDown());

    /// <summary>Step 6. R-ATT-01 [Q] and R-ATT-04 [Q].</summary>
    public Result Arrive(int line, ArrivalInput input, CaseContext context)
    {
        var notesDue = context.Calendar.DueInWorkingDays(
            EndsAt > context.Now ? EndsAt : context.Now, context.Settings.Int("Att.NotesDueDays"));
        return OnLine(
            line,
            l => l.WhyNotPreparing(),
            l => WhyNotAttendee(l, context) ?? (HasConsent ? null : MeetingAttendanceRefusals.NoConsent),
            l => l.Arrive(input, StartsAt, notesDue, context));
    }

    /// <summary>E-M6: the attendee did not come.</summary>
    public Result Miss(int line, CaseContext context) =>
        OnLine(line, l => l.WhyNotPreparing(), l => WhyNotAttendee(l, context), l => l.MarkAbsent());

    public Result SubmitNotes(int line, AttendanceNotesInput input, CaseContext context) =>
        OnLine(line, l => l.WhyNotToNote(), l => WhyNotAttendee(l, context), l => l.Submit(input, StartsAt, AreaIds, context));

    /// <summary>By the leader in charge, before the notes are late.</summary>
    public Result ExtendNotes(int line, ExtensionInput input, CaseContext context) =>
        OnLine(line, l => l.WhyNotToNote(), _ => WhyNotOfLeader(context), l => l.Extend(input, context));

    public Result Read(int line, CaseContext context) =>
        OnLine(line, l => l.WhyNotReadable(), _ => WhyNotOfGroup(context), l => l.Read(context.PrincipalId, context.Now));

    /// <summary>Step 9, the lead's look.</summary>
    public Result LeadSees(int line, CaseContext context) =>
        OnLine(line, l => l.WhyNotSubmitted(), l => WhyNotOwn(l, context) ?? WhyNotOfGroup(context), l => l.MarkSeenByLead());

    public Result AcknowledgeNotes(int line, ResultReviewInput input, CaseContext context) =>
        OnLine(
            line,
            l => l.WhyNotSubmitted(),
            l => WhyNotOfLeader(context) ?? ItemDirection.WhyNot(input.ItemDirections, l.Notes?.Items),
            l => l.Acknowledge(input.ItemDirections ?? []));

    /// <summary>"Yêu cầu bổ sung": by the lead, or by the leader in charge.</summary>
    public Result RequestSupplement(int line, CaseContext context) => OnLine(
        line,
        l => l.WhyNotSubmitted(),
        l => WhyNotOwn(l, context) ?? (WhyNotOfLeader(context) is null ? null : WhyNotOfGroup(context)),
        l => l.SendBack());

    // nobody looks over the notes of one's own.
    private static Refusal? WhyNotOwn(AttendanceLine line, CaseContext context) =>
        context.IsFor(line.PersonId) ? MeetingAttendanceRefusals.OwnAttendance : null;

    private Refusal? WhyNotSubstitute(SubstituteInput input, CaseContext context)
    {
        if (string.IsNullOrEmpty(input.NomineeId))
        {
            return Refusal.Invalid([new FieldError("nomineeId", "Common.Required", "Đ7.B.3")]);
        }

        if (WhyNotMember(input.NomineeId, "nomineeId", context) is { } refusal)
        {
            return refusal;
        }

        return _lines.Exists(l => l.IsActive && l.PersonId == input.NomineeId)
            ? Refusal.Invalid([new FieldError("nomineeId", "Meeting.AttendsAlready", "Đ7.B.3")])
            : null;
    }
}
