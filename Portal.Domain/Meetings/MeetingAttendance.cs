using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Meetings;

/// <summary>States of section 5.2.</summary>
public enum AttendanceStatus
{
    Registered,
    Nominating,
    AwaitingConsent,
    Returned,
    Consented,
    Preparing,
    Attended,
    AwaitingNotes,
    NotesSubmitted,
    NotesReturned,
    Closed,
    OutOfScope,
    NotAttending,
    Refused,
    Cancelled,
    Withdrawn,
    Absent,
}

/// <summary>What became of an oral consent (E-M4).</summary>
public enum OralConsentState
{
    None,
    Recorded,
    Confirmed,
    Disputed,
}

/// <summary>Ý kiến đồng ý dự họp (Đ5.2): who decided, for whom, when.</summary>
public sealed record ConsentDecision(string DeciderId, string? ActingForId, DateTime At, string Requirements);

/// <summary>E-M5: the meeting was moved.</summary>
public sealed record MeetingChange(DateTime At, string ById, DateTime OldStart, DateTime NewStart, bool ConsentKept, string Reason);

/// <summary>
/// Dự họp tại địa bàn (P2): invitation, nomination, consent, and a line for each attendee. Whatever a workflow definition
/// says, its verbs refuse what the regulation forbids.
/// </summary>
public sealed partial class MeetingAttendance
{
    /// <summary>A meeting without a stated end is taken to last so long.</summary>
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(4);

    /// <summary>Two invitations to one area within this time of each other may be one meeting.</summary>
    public static readonly TimeSpan SimilarWithin = TimeSpan.FromHours(2);

    private readonly List<AttendanceLine> _lines = [];
    private readonly List<MeetingChange> _changes = [];

    private MeetingAttendance()
    {
    }

    public Guid CaseId { get; private init; }

    public string GroupId { get; private init; } = "";

    /// <summary>How the meeting as a whole stands; while people attend, as the least advanced of their lines.</summary>
    public AttendanceStatus Status { get; private set; }

    public string RegisteredById { get; private init; } = "";

    public InvitationInput Invitation { get; private set; } = new();

    /// <summary>Title without tone marks, for the search for similar invitations.</summary>
    public string FoldedTitle { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime EndsAt { get; private set; }

    public NominationInput? Nomination { get; private set; }

    public string? NominatedById { get; private set; }

    /// <summary>The lead should have proposed by then, UTC; afterwards the leader may name somebody.</summary>
    public DateTime? NominateBy { get; private set; }

    public ConsentDecision? Consent { get; private set; }

    public OralReportInput? OralConsent { get; private set; }

    public OralConsentState Oral { get; private set; }

    public bool ForwardedToHead { get; private set; }

    public bool IsMoved { get; private set; }

    /// <summary>Further people asked for after consent, not decided yet.</summary>
    public ExtraRequestInput? ExtraRequest { get; private set; }

    public IReadOnlyList<AttendanceLine> Lines => [.. _lines.OrderBy(l => l.Number)];

    public IReadOnlyList<MeetingChange> Changes => _changes;

    public int Version { get; private set; }

    public IReadOnlyList<string> AreaIds => Invitation.AreaIds ?? [];

    public bool WithoutInvitation => Invitation.WithoutInvitation == true;

    /// <summary>Everybody who is to go, as proposed or decided.</summary>
    public IReadOnlyList<string> Attendees => _lines.Count > 0 ? [.. _lines.Where(l => l.IsActive || l.Status == AttendanceStatus.Closed).Select(l => l.PersonId).Distinct()] : Proposed;

    public CaseState CaseState => Status switch
    {
        AttendanceStatus.Closed => CaseState.Closed,
        AttendanceStatus.Refused => CaseState.Declined,
        AttendanceStatus.Cancelled or AttendanceStatus.OutOfScope => CaseState.Cancelled,
        AttendanceStatus.Withdrawn => CaseState.Withdrawn,
        AttendanceStatus.NotAttending or AttendanceStatus.Absent => CaseState.NotTaken,
        _ => CaseState.Open,
    };

    public bool IsEnded => CaseState != CaseState.Open;

    /// <summary>R-ATT-01: somebody who could consented before the meeting's end, or did so orally (E-M4).</summary>
    public bool HasConsent => (Consent is { } consent && consent.At <= EndsAt) || Oral != OralConsentState.None;

    private string[] Proposed => Nomination is not { Option: not (null or NominationOption.NotAttend) } n ? []
        : [.. new[] { n.NomineeId ?? "" }.Concat((n.Extras ?? []).Select(e => e.PersonId ?? "")).Where(p => p.Length > 0).Distinct()];

    /// <summary>Step 1. The invitation begins the case; those of other groups get a case of their own (E-M10).</summary>
    /// <param name="similar">Meetings of the same area at about the same time.</param>
    public static Result<MeetingAttendance> Register(Guid caseId, string groupId, InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> similar, CaseContext context)
    {
        var meeting = new MeetingAttendance { CaseId = caseId, GroupId = groupId, RegisteredById = context.Actor.PersonId };
        return meeting.Take(input, similar, context) is { } refusal ? refusal : meeting;
    }

    /// <summary>After the lead gave it back: wrong area, or something missing.</summary>
    public Result Correct(InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> similar, CaseContext context) =>
        Status != AttendanceStatus.Registered ? NotNow() : Result.From(Take(input, similar, context));

    /// <summary>Step 1, "Không thuộc phạm vi".</summary>
    public Result MarkOutOfScope()
    {
        if (Status is not (AttendanceStatus.Registered or AttendanceStatus.Nominating))
        {
            return NotNow();
        }

        Status = AttendanceStatus.OutOfScope;
        return Done();
    }

    /// <summary>"Trả văn thư".</summary>
    public Result GiveBack()
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned))
        {
            return NotNow();
        }

        Status = AttendanceStatus.Registered;
        return Done();
    }

    /// <summary>Step 2.</summary>
    public Result Nominate(NominationInput input, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned))
        {
            return NotNow();
        }

        if (WhyNotNominated(input, context) is { } refusal)
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

        if (context.Now < NominateBy)
        {
            return new Refusal("Meeting.LeadStillHasTime", "Đ7.B.3", NominateBy);
        }

        if (!MayDecide(context))
        {
            return Refusal.Forbidden;
        }

        if (WhyNotNominated(input, context) is { } refusal)
        {
            return refusal;
        }

        (Nomination, NominatedById, Status) = (input, context.PrincipalId, AttendanceStatus.AwaitingConsent);
        return Allow(input.Option == NominationOption.NotAttend ? null : input.NomineeId, input.Extras ?? [], "", context);
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
            ? [.. ids.Select(id => (Nomination!.Extras ?? []).FirstOrDefault(e => e.PersonId == id) ?? new ExtraAttendeeInput { PersonId = id })]
            : Nomination!.Extras ?? [];
        if (nominee != Nomination!.NomineeId && WhyNotMember(nominee, "changedNomineeId", context) is { } unknown)
        {
            return unknown;
        }

        if (WhyNotExtras(extras, "extraIds", deciding: true, context) is { } outsider)
        {
            return outsider;
        }

        return Allow(Nomination.Option == NominationOption.NotAttend && string.IsNullOrEmpty(input.ChangedNomineeId) ? null : nominee, extras, input.Requirements ?? "", context);
    }

    /// <summary>E-M1.</summary>
    public Result Return(CaseContext context) => Decide(AttendanceStatus.Returned, context);

    /// <summary>E-M2.</summary>
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

        var oral = form.OralReport!;
        var at = VietnamTime.ToUtc(oral.At!.Value);
        if (!context.Directory.IsLeader(oral.ToId!, context.Today))
        {
            return Refusal.Invalid([new FieldError("oralReport.toId", "Meeting.OralNotByLeader", "Đ5.2")]);
        }

        if (at > context.Now || at > EndsAt)
        {
            return Refusal.Invalid([new FieldError("oralReport.at", at > context.Now ? "Common.InFuture" : "Meeting.OralAfterEnd", "Đ5.2")]);
        }

        var nomination = Nomination!;
        (OralConsent, Oral) = (oral, OralConsentState.Recorded);
        Enlist(nomination.Option == NominationOption.NotAttend ? null : nomination.NomineeId, nomination.Extras ?? []);
        return Done();
    }

    public Result ConfirmOral(CaseContext context) => Settle(OralConsentState.Confirmed, context);

    /// <summary>"Không đúng": goes to the head and on the compliance list.</summary>
    public Result DisputeOral(CaseContext context) => Settle(OralConsentState.Disputed, context);

    /// <summary>E-M5. Consent stays when the meeting is moved by few days and the same people go; else it is asked for again.</summary>
    public Result Move(MeetingMoveInput input, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned or AttendanceStatus.AwaitingConsent or AttendanceStatus.Consented or AttendanceStatus.Preparing)
            || _lines.Exists(l => l.HasAttended))
        {
            return NotNow();
        }

        var starts = VietnamTime.ToUtc(input.StartsAt!.Value);
        if (starts < context.Now)
        {
            return Refusal.Invalid([new FieldError("startsAt", "Common.InPast")]);
        }

        var days = Math.Abs(VietnamTime.DayOf(starts).DayNumber - VietnamTime.DayOf(StartsAt).DayNumber);
        var kept = days <= context.Settings.Int("Att.MoveToleranceDays");
        _changes.Add(new MeetingChange(context.Now, context.Actor.PersonId, StartsAt, starts, kept, input.Reason ?? ""));
        var length = EndsAt - StartsAt;
        (StartsAt, EndsAt, IsMoved) = (starts, input.EndsAt is { } end ? VietnamTime.ToUtc(end) : starts + length, true);
        Invitation = Invitation with
        {
            StartsAt = input.StartsAt,
            EndsAt = input.EndsAt ?? (Invitation.EndsAt is null ? null : VietnamTime.ToLocal(EndsAt)),
            Place = string.IsNullOrWhiteSpace(input.Place) ? Invitation.Place : input.Place,
        };
        var active = _lines.FindAll(l => l.IsActive);
        if (active.Count > 0 && kept)
        {
            active.ForEach(l => l.Restart());
            Status = AttendanceStatus.Consented;
        }
        else if (active.Count > 0)
        {
            active.ForEach(l => l.Drop(AttendanceStatus.Cancelled));
            (Consent, OralConsent, Oral, Status) = (null, null, OralConsentState.None, AttendanceStatus.AwaitingConsent);
        }

        return Done();
    }

    /// <summary>E-M7: the host called it off.</summary>
    public Result Cancel() => End(AttendanceStatus.Cancelled);

    /// <summary>E-M14: before a decision the nomination comes back to the lead; afterwards the attendance ends.</summary>
    public Result Withdraw()
    {
        if (Status == AttendanceStatus.AwaitingConsent)
        {
            (Nomination, Status) = (null, AttendanceStatus.Nominating);
            return Done();
        }

        return End(AttendanceStatus.Withdrawn);
    }

    /// <summary>R-ATT-11: adding people after consent needs a new consent.</summary>
    public Result RequestExtra(ExtraRequestInput input, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Consented or AttendanceStatus.Preparing) || ExtraRequest is not null)
        {
            return ExtraRequest is null ? NotNow() : new Refusal("Meeting.ExtraPending", "Đ7.B.3");
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
        if (ExtraRequest is not { } request)
        {
            return NotNow();
        }

        if (!MayDecide(context))
        {
            return Refusal.Forbidden;
        }

        ExtraAttendeeInput[] allowed = input.ExtraIds is { } ids ? [.. (request.Extras ?? []).Where(e => ids.Contains(e.PersonId))] : request.Extras ?? [];
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
        if (ExtraRequest is null)
        {
            return NotNow();
        }

        if (!MayDecide(context))
        {
            return Refusal.Forbidden;
        }

        ExtraRequest = null;
        return Done();
    }

    /// <summary>Step 10. What the notes marked is made exactly once.</summary>
    public Result<MeetingRecords> Close(CaseContext context)
    {
        if (IsEnded || _lines.Exists(l => l.IsActive))
        {
            return NotNow();
        }

        foreach (var rule in new[] { "R-ATT-01", "R-ATT-03", "R-ATT-05", "R-ATT-10" })
        {
            if (Check(rule) is { } refusal)
            {
                return refusal;
            }
        }

        Status = _lines.Exists(l => l.Status == AttendanceStatus.Closed) ? AttendanceStatus.Closed
            : _lines.Exists(l => l.Status == AttendanceStatus.Absent) ? AttendanceStatus.Absent
            : AttendanceStatus.NotAttending;
        Done();
        return MeetingRecords.From(this, context);
    }

    /// <summary>The rules that a definition names in its guard steps. An unknown name refuses: closed by default.</summary>
    public Refusal? Check(string rule) => rule switch
    {
        "R-ATT-01" => HasConsent || !_lines.Exists(l => l.HasAttended) ? null : NoConsent(),
        "R-ATT-02" => Invitation.Domains is { Length: > 0 } || Invitation.IsStub() || !string.IsNullOrWhiteSpace(Invitation.OutOfScopeReason) ? null : new Refusal("Meeting.NoDomain", "Đ6.1"),
        "R-ATT-03" => Attended.All(l => l.Notes is not { Spoke: true } n || n.IsStub() || !string.IsNullOrWhiteSpace(n.Speech?.Delivered)) ? null : new Refusal("Meeting.NoSpeech", "Đ6.1"),
        "R-ATT-05" => Attended.All(l => l.Notes is not null) ? null : new Refusal("Meeting.NoNotes", "Đ7.A.5"),
        "R-ATT-08" => Nomination is not { Option: not (null or NominationOption.NotAttend) } n || n.NomineeId is not null ? null : new Refusal("Meeting.NoNominee", "Đ7.B.3"),
        "R-ATT-09" => _lines.TrueForAll(l => !l.IsExtra) || HasConsent ? null : new Refusal("Meeting.ExtraNeedsLeader", "Đ7.B.3"),
        "R-ATT-10" => Attended.All(l => l.Notes is { } n && (n.IsStub() || !string.IsNullOrWhiteSpace(n.Share))) ? null : new Refusal("Meeting.ShareMissing", "Đ7.B.3"),
        _ => new Refusal("Common.UnknownGuard", null, rule),
    };

    /// <summary>X-08: nobody decides on going to a meeting oneself.</summary>
    public Refusal? WhyNotDecidable(CaseContext context) =>
        Status != AttendanceStatus.AwaitingConsent ? NotNow()
        : Attendees.Contains(context.Actor.PersonId) || Attendees.Contains(context.PrincipalId) ? new Refusal("Meeting.OwnAttendance", "Đ5.2")
        : MayDecide(context) ? null : Refusal.Forbidden;

    public AttendanceLine? Line(int number) => _lines.Find(l => l.Number == number);

    private IEnumerable<AttendanceLine> Attended => _lines.Where(l => l.HasAttended);

    private Refusal? WhyNotReviewable(int line, CaseContext context) =>
        Attendees.Contains(context.Actor.PersonId) || Attendees.Contains(context.PrincipalId) ? new Refusal("Meeting.OwnAttendance", "Đ5.2")
        : MayDecide(context) ? Line(line) is null ? Refusal.NotFound : null : Refusal.Forbidden;

    private Refusal? Take(InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> similar, CaseContext context)
    {
        var starts = VietnamTime.ToUtc(input.StartsAt!.Value);
        var day = VietnamTime.DayOf(starts);
        var errors = new List<FieldError>();
        foreach (var (area, i) in input.AreaIds!.Select((a, i) => (a, i)))
        {
            if (context.Directory.Area(area) is not { } known || !known.IsValidOn(day) || context.Directory.GroupOfArea(area, context.Today) != GroupId)
            {
                errors.Add(new FieldError($"areaIds[{i}]", "Meeting.AreaNotOfGroup", "Đ2.3", context.Directory.AreaName(area)));
            }
        }

        if (context.Directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == input.MeetingTypeId) is not { } type || !type.IsValidOn(day))
        {
            errors.Add(new FieldError("meetingTypeId", "Meeting.TypeNotValid", "Đ5.2"));
        }

        if (input.ReceivedAt is { } received && VietnamTime.ToUtc(received) > context.Now)
        {
            errors.Add(new FieldError("receivedAt", "Common.InFuture"));
        }

        if (starts < context.Now)
        {
            errors.Add(new FieldError("startsAt", "Meeting.StartsInPast"));
        }

        if (string.IsNullOrWhiteSpace(input.SeparateReason) && similar.FirstOrDefault(s => IsSimilar(s.Meeting, input, starts)) is { Meeting: not null } twin)
        {
            errors.Add(new FieldError("separateReason", "Meeting.Similar", null, twin.Number, twin.Meeting.Invitation.Title ?? "", twin.Meeting.StartsAt));
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        (Invitation, StartsAt, EndsAt) = (input, starts, input.EndsAt is { } end ? VietnamTime.ToUtc(end) : starts + UsualLength);
        FoldedTitle = VietnameseText.Fold(input.Title);
        Status = AttendanceStatus.Nominating;
        var half = context.Now + ((starts - context.Now) / 2);
        var usual = context.Calendar.DueInWorkingDays(context.Now, context.Settings.Int("Att.NominateDays"));
        NominateBy = half < usual ? half : usual;
        Done();
        return null;
    }

    // Same area, start within two hours, and a title of which most words are the same; a stub has none to compare.
    private bool IsSimilar(MeetingAttendance other, InvitationInput input, DateTime starts)
    {
        if (other.CaseId == CaseId || other.IsEnded || (other.StartsAt - starts).Duration() > SimilarWithin || !other.AreaIds.Intersect(input.AreaIds!).Any())
        {
            return false;
        }

        var (mine, theirs) = (VietnameseText.Fold(input.Title).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), other.FoldedTitle.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        return mine.Count == 0 || theirs.Count == 0 || mine.Intersect(theirs).Count() * 2 >= Math.Min(mine.Count, theirs.Count);
    }

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

        // R-ATT-08 [Q]: somebody else than the lead goes only when the lead is busy.
        if (input.NomineeId != lead && input.LeadBusyReason is null)
        {
            return Refusal.Invalid([new FieldError("leadBusyReason", "Meeting.LeadBusyReason", "Đ7.B.3")]);
        }

        return input.Option == NominationOption.WithExtra ? WhyNotExtras(input.Extras ?? [], "extras", deciding: false, context) : null;
    }

    private Refusal? WhyNotMember(string? personId, string path, CaseContext context) =>
        personId is not null && context.Directory.IsMember(GroupId, personId, VietnamTime.DayOf(StartsAt)) ? null
        : Refusal.Invalid([new FieldError(path, "Meeting.NotOfGroup", "Đ7.B.3", context.Directory.NameOf(personId))]);

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

            if (person == Nomination?.NomineeId && !deciding)
            {
                return Refusal.Invalid([new FieldError(field, "Meeting.AttendsAlready", "Đ7.B.3")]);
            }

            if (deciding && !context.Directory.IsMember(GroupId, person, day) && context.PrincipalId != context.Directory.Head(context.Today)
                && !context.Directory.GroupsOf(person, day).Any(g => context.Directory.LeaderInCharge(null, g, context.Today) == context.PrincipalId))
            {
                return Refusal.Invalid([new FieldError(field, "Meeting.ExtraOfOtherGroup", "Đ7.B.3", context.Directory.NameOf(person))]);
            }
        }

        return null;
    }

    private Result Allow(string? nominee, IReadOnlyList<ExtraAttendeeInput> extras, string requirements, CaseContext context)
    {
        Consent = new ConsentDecision(context.Actor.PersonId, context.ActingForId, context.Now, requirements);
        Enlist(nominee, extras);
        return Done();
    }

    private void Enlist(string? nominee, IReadOnlyList<ExtraAttendeeInput> extras)
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

    private Result Settle(OralConsentState state, CaseContext context)
    {
        if (Oral != OralConsentState.Recorded)
        {
            return NotNow();
        }

        if (!MayDecide(context))
        {
            return Refusal.Forbidden;
        }

        Oral = state;
        return Done();
    }

    private Result End(AttendanceStatus status)
    {
        if (IsEnded || _lines.Exists(l => l.HasAttended))
        {
            return NotNow();
        }

        _lines.FindAll(l => l.IsActive).ForEach(l => l.Drop(status));
        Status = status;
        return Done();
    }

    private bool MayDecide(CaseContext context) =>
        context.PrincipalId == context.Directory.Head(context.Today)
        || (!ForwardedToHead && (context.PrincipalId == context.Directory.LeaderInCharge(null, GroupId, context.Today)
            || AreaIds.Any(a => context.PrincipalId == context.Directory.LeaderInCharge(a, GroupId, context.Today))
            || context.PrincipalId == context.Directory.StandingDeputy(context.Today)));

    private Result On(int line, Func<AttendanceLine, Result> verb) => Line(line) is { } found ? Follow(verb(found)) : Refusal.NotFound;

    private Result Follow(Result result)
    {
        if (!result.IsSuccess)
        {
            return result;
        }

        if (_lines.FindAll(l => l.IsActive) is { Count: > 0 } active)
        {
            Status = active.Min(l => l.Status);
        }

        return Done();
    }

    private static Refusal NoConsent() => new("Meeting.NoConsent", "Đ5.2");

    private Refusal NotNow() => new("Common.NotInThisState", null, Status);

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
