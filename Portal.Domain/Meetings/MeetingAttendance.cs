using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;

namespace Portal.Domain.Meetings;

/// <summary>
/// Dự họp tại địa bàn (P2): invitation, nomination, consent, and a line for each attendee. Whatever a workflow definition
/// says, its verbs refuse what the regulation forbids.
/// </summary>
public sealed partial class MeetingAttendance : ICaseSubject, IRaisesIssues
{
    public const string ProcessKey = "meeting-attendance";

    /// <summary>A meeting without a stated end is taken to last so long.</summary>
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(4);

    /// <summary>Two invitations to one area within this time of each other may be one meeting.</summary>
    public static readonly TimeSpan SimilarWithin = TimeSpan.FromHours(2);

    /// <summary>The states in which a line still has something to do, in the order of the work.</summary>
    private static readonly AttendanceStatus[] LeastAdvancedFirst =
    [
        AttendanceStatus.Consented, AttendanceStatus.Preparing, AttendanceStatus.Attended,
        AttendanceStatus.AwaitingNotes, AttendanceStatus.NotesSubmitted, AttendanceStatus.NotesReturned,
    ];

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

    /// <summary>When the meeting begins, UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>When it ends, UTC; where nobody said so, the usual length after its beginning.</summary>
    public DateTime EndsAt { get; private set; }

    public NominationInput? Nomination { get; private set; }

    public string? NominatedById { get; private set; }

    /// <summary>The lead should have proposed by then, UTC; afterwards the leader may name somebody.</summary>
    public DateTime? NominateBy { get; private set; }

    public ConsentDecision? Consent { get; private set; }

    public OralReportInput? OralConsent { get; private set; }

    public OralConsentState Oral { get; private set; }

    public bool ForwardedToHead { get; private set; }

    /// <summary>The meeting that was registered first, where this invitation was the same; else null.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>It had begun when it was registered: what was due before its beginning has no deadline (E-M4).</summary>
    public bool HadBegun => NominateBy > StartsAt;

    public bool IsMoved { get; private set; }

    /// <summary>Further people asked for after consent, not decided yet.</summary>
    public ExtraRequestInput? ExtraRequest { get; private set; }

    public IReadOnlyList<AttendanceLine> Lines => [.. _lines.OrderBy(l => l.Number)];

    public IReadOnlyList<MeetingChange> Changes => _changes;

    public int Version { get; private set; }

    public IReadOnlyList<string> AreaIds => Invitation.AreaIds ?? [];

    public bool WithoutInvitation => Invitation.WithoutInvitation == true;

    /// <summary>Everybody who is to go, as proposed or decided.</summary>
    public IReadOnlyList<string> Attendees =>
        _lines.Count == 0 || IsBeforeConsent ? Proposed
        : [.. _lines.Where(l => l.IsActive || l.Status == AttendanceStatus.Closed).Select(l => l.PersonId).Distinct()];

    public CaseState CaseState => Status switch
    {
        AttendanceStatus.Closed => CaseState.Closed,
        AttendanceStatus.Refused => CaseState.Declined,
        AttendanceStatus.Cancelled or AttendanceStatus.OutOfScope or AttendanceStatus.Merged => CaseState.Cancelled,
        AttendanceStatus.Withdrawn => CaseState.Withdrawn,
        AttendanceStatus.NotAttending or AttendanceStatus.Absent => CaseState.NotTaken,
        _ => CaseState.Open,
    };

    public bool IsEnded => CaseState != CaseState.Open;

    /// <summary>Nobody has said yet who goes; lines of a consent that a move of the meeting undid do not count.</summary>
    private bool IsBeforeConsent =>
        Status is AttendanceStatus.Registered or AttendanceStatus.Nominating
            or AttendanceStatus.AwaitingConsent or AttendanceStatus.Returned;

    /// <summary>R-ATT-01: somebody who could consented before the meeting's end, or did so orally (E-M4).</summary>
    public bool HasConsent =>
        (Consent is { } consent && consent.At <= EndsAt) || Oral is not (OralConsentState.None or OralConsentState.Lapsed);

    private string[] Proposed => Nomination is not { Option: not (null or NominationOption.NotAttend) } n ? []
        : [.. new[] { n.NomineeId ?? "" }.Concat((n.Extras ?? []).Select(e => e.PersonId ?? "")).Where(p => p.Length > 0).Distinct()];

    /// <summary>Step 1. The invitation begins the case; those of other groups get a case of their own (E-M10).</summary>
    /// <param name="similar">Meetings of the same area at about the same time.</param>
    public static Result<MeetingAttendance> Register(
        Guid caseId, string groupId, InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> similar,
        CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var isMember = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Any() || context.IsForMemberOf(groupId);
        if (!isMember && !IsClerk(context))
        {
            return MeetingAttendanceRefusals.OnlyMembersAndClerks;
        }

        var meeting = new MeetingAttendance { CaseId = caseId, GroupId = groupId, RegisteredById = context.Actor.PersonId };
        return meeting.TakeInvitation(input, similar, context) is { } refusal ? refusal : meeting;
    }

    /// <summary>After the lead gave it back: wrong area, or something missing.</summary>
    public Result Correct(InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> similar, CaseContext context) =>
        Status != AttendanceStatus.Registered ? NotNow() : Result.From(WhyNotConcerned(context) ?? TakeInvitation(input, similar, context));

    /// <summary>Step 1, "Không thuộc phạm vi".</summary>
    public Result MarkOutOfScope(CaseContext context)
    {
        if (Status is not (AttendanceStatus.Registered or AttendanceStatus.Nominating))
        {
            return NotNow();
        }

        if (WhyNotConcerned(context) is { } stranger)
        {
            return stranger;
        }

        Status = AttendanceStatus.OutOfScope;
        return Done();
    }

    /// <summary>
    /// Step 1: the same invitation was registered before. Both documents are kept, each with its case; the work goes on in the first.
    /// </summary>
    public Result Merge(IEnumerable<(string Number, MeetingAttendance Meeting)> similar, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Registered or AttendanceStatus.Nominating))
        {
            return NotNow();
        }

        if (WhyNotConcerned(context) is { } stranger)
        {
            return stranger;
        }

        var first = similar.Where(s => s.Meeting.CaseId != CaseId && IsSimilar(s.Meeting, Invitation, StartsAt))
            .OrderBy(s => s.Number, StringComparer.Ordinal)
            .FirstOrDefault();
        if (first.Meeting is null)
        {
            return Refusal.Invalid([new FieldError("title", "Meeting.NothingToMerge")]);
        }

        (Status, MergedIntoId) = (AttendanceStatus.Merged, first.Meeting.CaseId);
        return Done();
    }

    /// <summary>"Trả văn thư".</summary>
    public Result GiveBack(CaseContext context)
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned))
        {
            return NotNow();
        }

        if (WhyNotOfGroup(context) is { } stranger)
        {
            return stranger;
        }

        Status = AttendanceStatus.Registered;
        return Done();
    }

    /// <summary>E-M5. Consent stays when the meeting is moved by few days and the same people go; else it is asked for again.</summary>
    public Result Move(MeetingMoveInput input, CaseContext context)
    {
        if (Status is not (AttendanceStatus.Nominating or AttendanceStatus.Returned or AttendanceStatus.AwaitingConsent
            or AttendanceStatus.Consented or AttendanceStatus.Preparing)
            || _lines.Exists(l => l.HasAttended))
        {
            return NotNow();
        }

        if (WhyNotConcerned(context) is { } stranger)
        {
            return stranger;
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
            active.ForEach(l => l.EndAs(AttendanceStatus.Cancelled));
            var oral = Oral == OralConsentState.None ? Oral : OralConsentState.Lapsed;
            (Consent, OralConsent, Oral, ForwardedToHead, Status) = (null, null, oral, false, AttendanceStatus.AwaitingConsent);
        }

        return Done();
    }

    /// <summary>E-M7: the host called it off.</summary>
    public Result Cancel(CaseContext context) => End(AttendanceStatus.Cancelled, WhyNotConcerned(context));

    /// <summary>E-M14: before a decision the nomination comes back to the lead; afterwards the attendance ends.</summary>
    public Result Withdraw(CaseContext context)
    {
        if (Status == AttendanceStatus.AwaitingConsent)
        {
            if (WhyNotOfGroup(context) is { } stranger)
            {
                return stranger;
            }

            (Nomination, Status) = (null, AttendanceStatus.Nominating);
            return Done();
        }

        return End(AttendanceStatus.Withdrawn, WhyNotOfGroup(context));
    }

    /// <summary>Internal matters (Đ5.3) of one that has ended as it should: each is a case of its own from then on (S-03).</summary>
    public IEnumerable<RaisedIssue> IssuesRaised() => Status == AttendanceStatus.Closed ? MeetingRecords.IssuesOf(this) : [];

    /// <summary>Step 10. What the notes marked is made exactly once.</summary>
    public Result<AreaRecords> Close(CaseContext context)
    {
        if (IsEnded || IsBeforeConsent || _lines.Exists(l => l.IsActive))
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

        AttendanceStatus[] strongestFirst = [AttendanceStatus.Closed, AttendanceStatus.Absent];
        Status = strongestFirst.Where(s => _lines.Exists(l => l.Status == s)).FirstOrDefault(AttendanceStatus.NotAttending);
        Done();
        return MeetingRecords.From(this, context);
    }

    /// <summary>The rules that a definition names in its guard steps. An unknown name refuses: closed by default.</summary>
    public Refusal? Check(string rule) => rule switch
    {
        "R-ATT-01" => HasConsent || !_lines.Exists(l => l.HasAttended) ? null : MeetingAttendanceRefusals.NoConsent,
        "R-ATT-02" => Invitation.Domains is { Length: > 0 } || Invitation.IsStub()
            || !string.IsNullOrWhiteSpace(Invitation.OutOfScopeReason)
            ? null
            : MeetingAttendanceRefusals.NoDomain,
        "R-ATT-03" => Attended.All(l => l.Notes is not { Spoke: true } n || n.IsStub() || !string.IsNullOrWhiteSpace(n.Speech?.Delivered))
            ? null
            : MeetingAttendanceRefusals.NoSpeech,
        "R-ATT-05" => Attended.All(l => l.Notes is not null) ? null : MeetingAttendanceRefusals.NoNotes,
        "R-ATT-08" => Nomination is not { Option: not (null or NominationOption.NotAttend) } n || n.NomineeId is not null
            ? null
            : MeetingAttendanceRefusals.NoNominee,
        "R-ATT-09" => _lines.TrueForAll(l => !l.IsExtra) || HasConsent ? null : MeetingAttendanceRefusals.ExtraNeedsLeader,
        "R-ATT-10" => Attended.All(l => l.Notes is { } n && (n.IsStub() || !string.IsNullOrWhiteSpace(n.Share)))
            ? null
            : MeetingAttendanceRefusals.ShareMissing,
        _ => CommonRefusals.UnknownGuard(rule),
    };

    public AttendanceLine? Line(int number) => _lines.Find(l => l.Number == number);

    private IEnumerable<AttendanceLine> Attended => _lines.Where(l => l.HasAttended);

    private Refusal? WhyNotOfLeader(CaseContext context)
    {
        if (Attendees.Any(context.IsFor))
        {
            return MeetingAttendanceRefusals.OwnAttendance;
        }

        return MayDecide(context) ? null : Refusal.Forbidden;
    }

    private Refusal? TakeInvitation(
        InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> similar, CaseContext context)
    {
        var starts = VietnamTime.ToUtc(input.StartsAt!.Value);
        var day = VietnamTime.DayOf(starts);
        var errors = new List<FieldError>();
        foreach (var (area, i) in input.AreaIds!.Select((a, i) => (a, i)))
        {
            if (context.Directory.Area(area) is not { } known || !known.IsValidOn(day)
                || context.Directory.GroupOfArea(area, context.Today) != GroupId)
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

        var ends = input.EndsAt is { } end ? VietnamTime.ToUtc(end) : starts + UsualLength;
        foreach (var asked in AskedOf(input, similar.Where(s => s.Meeting.CaseId != CaseId), context))
        {
            if (asked.Path == "separateReason")
            {
                errors.AddRange(string.IsNullOrWhiteSpace(input.SeparateReason) ? [asked] : []);
            }
            else if ((input.OralReport is { ToId: not null, At: not null } oral ? WhyNotOral(oral, ends, context) : asked) is { } wrong)
            {
                errors.Add(wrong);
            }
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        (Invitation, StartsAt, EndsAt) = (input, starts, ends);
        FoldedTitle = VietnameseText.Fold(input.Title);
        Status = AttendanceStatus.Nominating;
        var half = context.Now + ((starts - context.Now) / 2);
        var usual = context.Calendar.DueInWorkingDays(context.Now, context.Settings.Int("Att.NominateDays"));
        NominateBy = half > context.Now && half < usual ? half : usual;
        Done();
        return null;
    }

    /// <summary>
    /// What an invitation has to say because of when the meeting is, as it is refused where it does not. What has begun comes with the
    /// consent that a leader gave by word of mouth, or is known without an invitation (E-M4, E-M8); what is like another says why it is
    /// none.
    /// </summary>
    /// <param name="input">The invitation as it stands.</param>
    /// <param name="others">Other meetings of about the same time.</param>
    /// <param name="context">Who registers it, and when.</param>
    public static IEnumerable<FieldError> AskedOf(
        InvitationInput input, IEnumerable<(string Number, MeetingAttendance Meeting)> others, CaseContext context)
    {
        if (input.StartsAt is not { } local)
        {
            yield break;
        }

        var starts = VietnamTime.ToUtc(local);
        if (starts < context.Now && input.WithoutInvitation != true)
        {
            yield return new FieldError("oralReport", "Meeting.BegunNeedsOral", "Đ5.2");
        }

        // Nothing is like a meeting whose title nobody has typed yet.
        var isNamed = !string.IsNullOrWhiteSpace(input.Title) || input.IsStub();
        if (isNamed && others.FirstOrDefault(s => IsSimilar(s.Meeting, input, starts)) is { Meeting: not null } twin)
        {
            yield return new FieldError(
                "separateReason", "Meeting.Similar", null, twin.Number, twin.Meeting.Invitation.Title ?? "", twin.Meeting.StartsAt);
        }
    }

    /// <summary>An oral consent is a leader's, given before now and before the meeting's end (R-ATT-01).</summary>
    private static FieldError? WhyNotOral(OralReportInput oral, DateTime ends, CaseContext context)
    {
        if (!context.Directory.IsLeader(oral.ToId!, context.Today))
        {
            return new FieldError("oralReport.toId", "Meeting.OralNotByLeader", "Đ5.2");
        }

        var at = VietnamTime.ToUtc(oral.At!.Value);
        if (at > context.Now)
        {
            return new FieldError("oralReport.at", "Common.InFuture", "Đ5.2");
        }

        return at > ends ? new FieldError("oralReport.at", "Meeting.OralAfterEnd", "Đ5.2") : null;
    }

    // Same area, start within two hours, and a title of which most words are the same; a stub has none to compare.
    private static bool IsSimilar(MeetingAttendance other, InvitationInput input, DateTime starts)
    {
        if (other.IsEnded || (other.StartsAt - starts).Duration() > SimilarWithin
            || !other.AreaIds.Intersect(input.AreaIds ?? []).Any())
        {
            return false;
        }

        var (mine, theirs) = (VietnameseText.Fold(input.Title).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
            other.FoldedTitle.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        return mine.Count == 0 || theirs.Count == 0 || mine.Intersect(theirs).Count() * 2 >= Math.Min(mine.Count, theirs.Count);
    }

    private Result End(AttendanceStatus status, Refusal? stranger)
    {
        if (IsEnded || _lines.Exists(l => l.HasAttended))
        {
            return NotNow();
        }

        if (stranger is not null)
        {
            return stranger;
        }

        _lines.FindAll(l => l.IsActive).ForEach(l => l.EndAs(status));
        Status = status;
        return Done();
    }

    // The line first, then whether its state allows the verb, then the person; what the verb itself checks comes last.
    private Result OnLine(
        int line, Func<AttendanceLine, Refusal?> whyNot, Func<AttendanceLine, Refusal?> stranger, Func<AttendanceLine, Result> verb)
    {
        if (Line(line) is not { } found)
        {
            return Refusal.NotFound;
        }

        return (whyNot(found) ?? stranger(found)) is { } refusal ? refusal : FollowLines(verb(found));
    }

    private Result FollowLines(Result result)
    {
        if (!result.IsSuccess)
        {
            return result;
        }

        if (Array.Find(LeastAdvancedFirst, s => _lines.Exists(l => l.Status == s)) is var least && _lines.Exists(l => l.IsActive))
        {
            Status = least;
        }

        return Done();
    }

    private static bool IsClerk(CaseContext context) =>
        context.Directory.HasRole(context.PrincipalId, Role.RecordsClerk, context.Today)
            || context.Directory.HasRole(context.Actor.PersonId, Role.RecordsClerk, context.Today);

    /// <summary>Who registered the invitation, the records office and the group know what the host does with the meeting.</summary>
    private Refusal? WhyNotConcerned(CaseContext context) =>
        context.WhyNotSomebody()
            ?? (context.IsFor(RegisteredById) || IsClerk(context) || context.IsForMemberOf(GroupId) ? null : Refusal.Forbidden);

    /// <summary>Đ7.B.3: the lead, or a member who stands in for the lead (E-M9).</summary>
    private Refusal? WhyNotOfGroup(CaseContext context) =>
        context.WhyNotSomebody() ?? (context.IsForMemberOf(GroupId) ? null : Refusal.Forbidden);

    /// <summary>Each attendee does the own line; the lead may do it for an attendee who cannot.</summary>
    private Refusal? WhyNotAttendee(AttendanceLine line, CaseContext context) =>
        context.WhyNotSomebody()
            ?? (context.IsFor(line.PersonId) || context.IsFor(context.Directory.LeadOf(GroupId, context.Today)) ? null : Refusal.Forbidden);

    private Refusal NotNow() => CommonRefusals.NotInThisState(Status);

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
