using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Meetings;

/// <content>People beyond the nominee: asked for, consented to or refused.</content>
public sealed partial class MeetingAttendance
{
    /// <summary>R-ATT-11: adding people after consent needs a new consent.</summary>
    public Result RequestExtra(ExtraRequestInput input, CaseContext context)
    {
        if (!IsOpenToExtras)
        {
            return NotNow();
        }

        if (WhyNotOfGroup(context) is { } stranger)
        {
            return stranger;
        }

        if (ExtraRequest is not null)
        {
            return MeetingAttendanceRefusals.ExtraPending;
        }

        if (WhyNotExtras(input.Extras ?? [], "extras", deciding: false, context) is { } refusal)
        {
            return refusal;
        }

        ExtraRequest = input;
        return Done();
    }

    public Result AgreeExtra(ConsentInput input, CaseContext context)
    {
        if (ExtraRequest is not { } request || !IsOpenToExtras)
        {
            return NotNow();
        }

        if (WhyNotExtraDecidable(request, context) is { } refused)
        {
            return refused;
        }

        ExtraAttendeeInput[] allowed = input.ExtraIds is { } ids
            ? [.. (request.Extras ?? []).Where(e => ids.Contains(e.PersonId))]
            : request.Extras ?? [];
        if (allowed.Length == 0)
        {
            return MeetingAttendanceRefusals.NobodyFurther;
        }

        if (WhyNotExtras(allowed, "extraIds", deciding: true, context) is { } refusal)
        {
            return refusal;
        }

        foreach (var extra in allowed)
        {
            _lines.Add(AttendanceLine.For(CaseId, _lines.Count + 1, extra.PersonId!, extra: true, extra.Covers));
        }

        ExtraRequest = null;
        return Done();
    }

    public Result RefuseExtra(CaseContext context)
    {
        if (ExtraRequest is not { } request || IsEnded)
        {
            return NotNow();
        }

        if (WhyNotExtraDecidable(request, context) is { } refused)
        {
            return refused;
        }

        ExtraRequest = null;
        return Done();
    }

    /// <summary>People are added while those consented to have still to go.</summary>
    private bool IsOpenToExtras => Status is AttendanceStatus.Consented or AttendanceStatus.Preparing;

    // nobody decides on going to a meeting oneself.
    private Refusal? WhyNotExtraDecidable(ExtraRequestInput request, CaseContext context) =>
        (request.Extras ?? []).Any(e => context.IsFor(e.PersonId))
            ? MeetingAttendanceRefusals.OwnAttendance
            : WhyNotOfLeader(context);

    // R-ATT-09 [Q]: from another group only by the head, or by who is in charge of both. A proposal may name them.
    private Refusal? WhyNotExtras(IReadOnlyList<ExtraAttendeeInput> extras, string path, bool deciding, CaseContext context)
    {
        var day = VietnamTime.DayOf(StartsAt);
        for (var i = 0; i < extras.Count; i++)
        {
            var field = path == "extras" ? $"extras[{i}].personId" : path;
            var person = extras[i].PersonId ?? "";
            if (context.Directory.Person(person) is not { } known || !known.IsValidOn(context.Today))
            {
                return Refusal.Invalid([new FieldError(field, "Common.UnknownPerson", null, person)]);
            }

            if (_lines.Exists(l => l.IsActive && l.PersonId == person) || (person == Nomination?.NomineeId && !deciding))
            {
                return Refusal.Invalid([new FieldError(field, "Meeting.AttendsAlready", "Đ7.B.3")]);
            }

            if (deciding && !context.Directory.IsMember(GroupId, person, day)
                && context.PrincipalId != context.Directory.Head(context.Today)
                && !context.Directory.GroupsOf(person, day)
                    .Any(g => context.Directory.LeaderInCharge(null, g, context.Today) == context.PrincipalId))
            {
                return Refusal.Invalid([new FieldError(field, "Meeting.ExtraOfOtherGroup", "Đ7.B.3", context.Directory.NameOf(person))]);
            }
        }

        return null;
    }
}
