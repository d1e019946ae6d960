using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.Meetings;

/// <content>Who is nominated, and whether the leader consents: in writing, by word of mouth, or not.</content>
public sealed partial class MeetingAttendance
{
    /// <summary>Step 2: the lead says who goes.</summary>
    public Result Nominate(NominationInput input, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned))
        {
            return NotNow();
        }

        if ((WhyNotOfGroup(context) ?? WhyNotNominated(input, context)) is { } refusal)
        {
            return refusal;
        }

        (Nomination, NominatedById, Status) = (input, context.PrincipalId, AttendanceStatus.AwaitingConsent);
        return Done();
    }

    /// <summary>Step 2, when the lead's time has run out: the leader names who goes, and thereby consents.</summary>
    public Result NominateDirectly(NominationInput input, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned))
        {
            return NotNow();
        }

        if (!MayDecide(context))
        {
            return Refusal.Forbidden;
        }

        if (context.Now < NominateBy)
        {
            return MeetingAttendanceRefusals.LeadStillHasTime(NominateBy);
        }

        if (WhyNotNominated(input, context) is { } refusal)
        {
            return refusal;
        }

        (Nomination, NominatedById, Status) = (input, context.PrincipalId, AttendanceStatus.AwaitingConsent);
        return GiveConsent(input.Option == NominationOption.NotAttend ? null : input.NomineeId, input.Extras ?? [], "", context);
    }

    /// <summary>Step 3. Named people may be changed; further people be left out.</summary>
    public Result Agree(ConsentInput input, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        var nominee = string.IsNullOrEmpty(input.ChangedNomineeId) ? Nomination!.NomineeId : input.ChangedNomineeId;
        var extras = input.ExtraIds is { } ids
            ? [.. ids.Select(
                id => (Nomination!.Extras ?? []).FirstOrDefault(e => e.PersonId == id) ?? new ExtraAttendeeInput { PersonId = id })]
            : Nomination!.Extras ?? [];
        if (nominee != Nomination!.NomineeId && WhyNotMember(nominee, "changedNomineeId", context) is { } unknown)
        {
            return unknown;
        }

        if (WhyNotExtras(extras, "extraIds", deciding: true, context) is { } outsider)
        {
            return outsider;
        }

        return GiveConsent(
            Nomination.Option == NominationOption.NotAttend && string.IsNullOrEmpty(input.ChangedNomineeId) ? null : nominee, extras,
            input.Requirements ?? "", context);
    }

    /// <summary>E-M1: back to the lead, who proposes anew.</summary>
    public Result Return(CaseContext context) => Decide(AttendanceStatus.Returned, context);

    /// <summary>E-M2: the leader does not consent.</summary>
    public Result Refuse(CaseContext context) => Decide(AttendanceStatus.Refused, context);

    public Result ForwardToHead(CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        ForwardedToHead = true;
        return Done();
    }

    /// <summary>E-M4: a leader consented orally; the lead writes down who, when and how. It is confirmed afterwards.</summary>
    public Result RecordOralConsent(OralReportForm form, CaseContext context)
    {
        if (Status != AttendanceStatus.AwaitingConsent)
        {
            return NotNow();
        }

        if (WhyNotOfGroup(context) is { } stranger)
        {
            return stranger;
        }

        var oral = form.OralReport!;
        if (WhyNotOral(oral, EndsAt, context) is { } wrong)
        {
            return Refusal.Invalid([wrong]);
        }

        var nomination = Nomination!;
        (OralConsent, Oral) = (oral, OralConsentState.Recorded);
        AddLines(nomination.Option == NominationOption.NotAttend ? null : nomination.NomineeId, nomination.Extras ?? []);
        return Done();
    }

    public Result ConfirmOral(CaseContext context) => SettleOral(OralConsentState.Confirmed, context);

    /// <summary>"Không đúng": goes to the head and on the compliance list.</summary>
    public Result DisputeOral(CaseContext context) => SettleOral(OralConsentState.Disputed, context);

    /// <summary>X-08: nobody decides on going to a meeting oneself.</summary>
    public Refusal? WhyNotDecidable(CaseContext context) =>
        Status != AttendanceStatus.AwaitingConsent ? NotNow()
        : WhyNotOfLeader(context);

    private Refusal? WhyNotNominated(NominationInput input, CaseContext context)
    {
        if (input.Option == NominationOption.NotAttend)
        {
            return null;
        }

        if (WhyNotMember(input.NomineeId, "nomineeId", context) is { } unknown)
        {
            return unknown;
        }

        var lead = context.Directory.LeadOf(GroupId, VietnamTime.DayOf(StartsAt));
        if (input.Option == NominationOption.LeadAttends && input.NomineeId != lead)
        {
            return Refusal.Invalid([new FieldError("nomineeId", "Meeting.NomineeNotLead", "Đ7.B.3", context.Directory.NameOf(lead))]);
        }

        if (input.Option == NominationOption.MemberAttends && input.NomineeId == lead)
        {
            return Refusal.Invalid([new FieldError("nomineeId", "Meeting.NomineeIsLead", "Đ7.B.3", context.Directory.NameOf(lead))]);
        }

        // R-ATT-08 [Q]: somebody else than the lead goes only when the lead is busy.
        if (AskedOf(input, context).ToList() is { Count: > 0 } asked && input.LeadBusyReason is null)
        {
            return Refusal.Invalid(asked);
        }

        return input.Option == NominationOption.WithExtra ? WhyNotExtras(input.Extras ?? [], "extras", deciding: false, context) : null;
    }

    /// <summary>R-ATT-08: why the lead does not go, where somebody else does; as it is refused where it is not said.</summary>
    public IEnumerable<FieldError> AskedOf(NominationInput input, CaseContext context) =>
        input.NomineeId is { } nominee && nominee != context.Directory.LeadOf(GroupId, VietnamTime.DayOf(StartsAt))
            ? [new FieldError("leadBusyReason", "Meeting.LeadBusyReason", "Đ7.B.3")]
            : [];

    private Refusal? WhyNotMember(string? personId, string path, CaseContext context) =>
        personId is not null && context.Directory.IsMember(GroupId, personId, VietnamTime.DayOf(StartsAt)) ? null
        : Refusal.Invalid([new FieldError(path, "Meeting.NotOfGroup", "Đ7.B.3", context.Directory.NameOf(personId))]);

    private Result GiveConsent(string? nominee, IReadOnlyList<ExtraAttendeeInput> extras, string requirements, CaseContext context)
    {
        // What the head has decided goes on with the leader in charge.
        (Consent, ForwardedToHead) = (new ConsentDecision(context.Actor.PersonId, context.ActingForId, context.Now, requirements), false);
        AddLines(nominee, extras);
        return Done();
    }

    private void AddLines(string? nominee, IReadOnlyList<ExtraAttendeeInput> extras)
    {
        if (nominee is null)
        {
            Status = AttendanceStatus.NotAttending;
            return;
        }

        _lines.Add(AttendanceLine.For(CaseId, _lines.Count + 1, nominee, extra: false, null));
        foreach (var extra in extras.Where(e => e.PersonId != nominee))
        {
            _lines.Add(AttendanceLine.For(CaseId, _lines.Count + 1, extra.PersonId!, extra: true, extra.Covers));
        }

        Status = AttendanceStatus.Consented;
    }

    private Result Decide(AttendanceStatus status, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        (Status, ForwardedToHead) = (status, false);
        return Done();
    }

    // One that the meeting was moved away from is still asked about. Of two, each is answered for itself, and what was disputed stays so.
    private Result SettleOral(OralConsentState state, CaseContext context)
    {
        if (Oral == OralConsentState.None)
        {
            return NotNow();
        }

        if (!MayDecide(context))
        {
            return Refusal.Forbidden;
        }

        Oral = Oral is OralConsentState.Disputed or OralConsentState.Lapsed ? Oral : state;
        return Done();
    }

    private bool MayDecide(CaseContext context) =>
        context.PrincipalId == context.Directory.Head(context.Today)
        || (!ForwardedToHead && (context.PrincipalId == context.Directory.LeaderInCharge(null, GroupId, context.Today)
            || AreaIds.Any(a => context.PrincipalId == context.Directory.LeaderInCharge(a, GroupId, context.Today))
            || context.PrincipalId == context.Directory.StandingDeputy(context.Today)));
}
