using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.Meetings;

/// <content>Steps 5 to 9: what each attendee does, a line each, and how the line is reviewed.</content>
public sealed partial class MeetingAttendance
{
    /// <summary>The consented lines begin to prepare.</summary>
    public Result StartLines()
    {
        _lines.FindAll(l => l.Status == AttendanceStatus.Consented).ForEach(l => l.Start());
        return Follow(Result.Ok);
    }

    public Result Prepare(int line, PreparationInput input, CaseContext context) => On(line, l => l.Prepare(input, context.Now));

    /// <summary>E-M3: another member goes; the leader is told, no new consent is needed (R-ATT-11, Đ7.B.3).</summary>
    public Result Substitute(int line, SubstituteInput input, CaseContext context)
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
            : On(line, l => l.Substitute(input.NomineeId));
    }

    /// <summary>E-M3: nobody can go.</summary>
    public Result StandDown(int line) => On(line, l =>
    {
        l.Drop(AttendanceStatus.NotAttending);
        return Result.Ok;
    });

    /// <summary>Step 6. R-ATT-01 [Q] and R-ATT-04 [Q].</summary>
    public Result Arrive(int line, ArrivalInput input, CaseContext context)
    {
        if (!HasConsent)
        {
            return NoConsent();
        }

        var notesDue = context.Calendar.DueInWorkingDays(EndsAt > context.Now ? EndsAt : context.Now, context.Settings.Int("Att.NotesDueDays"));
        return On(line, l => l.Arrive(input, StartsAt, notesDue, context));
    }

    /// <summary>E-M6.</summary>
    public Result Miss(int line) => On(line, l => l.Miss());

    public Result SubmitNotes(int line, AttendanceNotesInput input, CaseContext context) => On(line, l => l.Submit(input, StartsAt, AreaIds, context));

    public Result ExtendNotes(int line, ExtensionInput input, CaseContext context) => On(line, l => l.Extend(input, context));

    public Result Read(int line, CaseContext context) => On(line, l => l.Read(context.PrincipalId, context.Now));

    /// <summary>Step 9, the lead's look.</summary>
    public Result LeadSees(int line, CaseContext context) =>
        Line(line)?.PersonId == context.Actor.PersonId ? new Refusal("Meeting.OwnAttendance", "Đ5.2") : On(line, l => l.See());

    public Result AcknowledgeNotes(int line, ResultReviewInput input, CaseContext context)
    {
        if (WhyNotReviewable(line, context) is { } refusal)
        {
            return refusal;
        }

        var count = Line(line)?.Notes?.Items?.Length ?? 0;
        var bad = Array.FindIndex(input.ItemDirections ?? [], d => d.Item < 1 || d.Item > count);
        return bad >= 0 ? Refusal.Invalid([new FieldError($"itemDirections[{bad}].item", "Trip.NoSuchItem")]) : On(line, l => l.Acknowledge(input.ItemDirections ?? []));
    }

    /// <summary>"Yêu cầu bổ sung".</summary>
    public Result RequestSupplement(int line, CaseContext context) =>
        Line(line)?.PersonId == context.Actor.PersonId ? new Refusal("Meeting.OwnAttendance", "Đ5.2") : On(line, l => l.SendBack());
}
