using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.FieldTrips;

/// <summary>
/// Chuyến công tác (P1): notice, prior contact, departure, result. Whatever a workflow definition says, its verbs
/// refuse what the regulation forbids.
/// </summary>
public sealed partial class FieldTrip : ICaseSubject, IRaisesIssues
{
    private readonly List<TripChange> _changes = [];

    private FieldTrip()
    {
    }

    public Guid CaseId { get; private init; }

    public string GroupId { get; private init; } = "";

    public FieldTripStatus Status { get; private set; }

    public string AuthorId { get; private init; } = "";

    public string TripLeaderId { get; private set; } = "";

    /// <summary>Planned departure, UTC.</summary>
    public DateTime DepartsAt { get; private set; }

    /// <summary>Planned return, UTC.</summary>
    public DateTime ReturnsAt { get; private set; }

    public DateTime NotifiedAt { get; private set; }

    /// <summary>Actual departure, UTC; null before it.</summary>
    public DateTime? DepartedAt { get; private set; }

    /// <summary>Actual return, UTC.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>The result report is due then, UTC (hạn nội bộ); null before the return.</summary>
    public DateTime? ResultDueAt { get; private set; }

    /// <summary>A leader has answered the notice as it stands now.</summary>
    public bool IsAcknowledged { get; private set; }

    public OralReportState Oral { get; private set; }

    /// <summary>The oral report stands in for the leader's answer to the notice as it is now.</summary>
    public bool OralClears { get; private set; }

    public bool IsAdHoc { get; private set; }

    public bool IsLateNotice { get; private set; }

    public bool IsLateResult { get; private set; }

    public bool IsChanged { get; private set; }

    public bool DepartedWithoutAcknowledgement { get; private set; }

    public bool ResultAcknowledged { get; private set; }

    public bool ForwardedToHead { get; private set; }

    /// <summary>The last change of plan needs the leader's answer again (E-T4).</summary>
    public bool LastChangeIsMaterial { get; private set; }

    public int Version { get; private set; }

    public TripNoticeInput Notice { get; private set; } = new();

    public PriorContactInput? PriorContact { get; private set; }

    public OralReportInput? OralReport { get; private set; }

    public DepartureInput? Departure { get; private set; }

    public TripResultInput? Result { get; private set; }

    public IReadOnlyList<TripChange> Changes => _changes;

    public IReadOnlyList<string> AreaIds => Notice.AreaIds ?? [];

    public IReadOnlyList<string> ParticipantIds => Notice.ParticipantIds ?? [];

    public CaseState CaseState => Status switch
    {
        FieldTripStatus.Closed => CaseState.Closed,
        FieldTripStatus.Declined => CaseState.Declined,
        FieldTripStatus.Cancelled => CaseState.Cancelled,
        FieldTripStatus.Withdrawn => CaseState.Withdrawn,
        FieldTripStatus.NotTaken => CaseState.NotTaken,
        _ => CaseState.Open,
    };

    public bool IsEnded => CaseState != CaseState.Open;

    /// <summary>Step 4, báo việc: the notice begins the trip.</summary>
    public static Result<FieldTrip> Notify(Guid caseId, string groupId, TripNoticeInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        if (!context.IsForMemberOf(groupId))
        {
            return FieldTripRefusals.OnlyMembers;
        }

        // Step 4: the group's lead reports any trip of the group, others the one that they lead.
        if (input.TripLeaderId is { } leader && !context.IsFor(leader) && !context.IsFor(context.Directory.LeadOf(groupId, context.Today)))
        {
            return Refusal.Invalid([new FieldError("tripLeaderId", "Trip.LeaderReports", "Đ7.A.5", context.Directory.NameOf(leader))]);
        }

        var trip = new FieldTrip { CaseId = caseId, GroupId = groupId, AuthorId = context.Actor.PersonId };
        return trip.TakeNotice(input, context) is { } refusal ? refusal : trip;
    }

    /// <summary>Sends the notice again after a return or a withdrawal (E-T1, E-T7).</summary>
    public Result Resubmit(TripNoticeInput input, CaseContext context) =>
        Status is not (FieldTripStatus.ReturnedForChange or FieldTripStatus.Draft) ? NotNow()
        : Common.Result.From(WhyNotOfTrip(context) ?? TakeNotice(input, context));

    public Result Acknowledge(CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        Status = FieldTripStatus.Acknowledged;
        (IsAcknowledged, ForwardedToHead) = (true, false);
        return Done();
    }

    /// <summary>E-T1: back to the author with reasons.</summary>
    public Result ReturnForChange(CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        (Status, ForwardedToHead) = (FieldTripStatus.ReturnedForChange, false);
        return Done();
    }

    public Result Decline(CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        Status = FieldTripStatus.Declined;
        return Done();
    }

    /// <summary>F4: the leader in charge passes the notice to the head, who answers it.</summary>
    public Result ForwardNoticeToHead(CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        ForwardedToHead = true;
        return Done();
    }

    /// <summary>X-08: nobody decides on a notice of one's own or a trip one takes part in.</summary>
    public Refusal? WhyNotDecidable(CaseContext context) =>
        Status != FieldTripStatus.Notified ? NotNow()
        : WhyNotOfLeader(context) ?? WhyNotForwarded(context);

    /// <summary>E-T2: the leader was silent; the lead told a leader directly. It allows departure, it is no consent.</summary>
    public Result RecordOralReport(OralReportForm form, CaseContext context)
    {
        if (Status != FieldTripStatus.Notified)
        {
            return NotNow();
        }

        if (WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        if (context.Settings.ApprovalRequired)
        {
            return FieldTripRefusals.AcknowledgementRequired;
        }

        if (WhyNotOral(form.OralReport, context) is { } refusal)
        {
            return refusal;
        }

        if (Outsiders(context).Count > 0)
        {
            return OutsiderNeedsLeader(context);
        }

        (OralReport, Oral, OralClears, ForwardedToHead) = (form.OralReport, OralReportState.Recorded, true, false);
        return Done();
    }

    public Result ConfirmOralReport(CaseContext context) => SettleOral(OralReportState.Confirmed, context);

    /// <summary>"Không đúng": goes on the compliance list; the trip itself goes on.</summary>
    public Result DisputeOralReport(CaseContext context) => SettleOral(OralReportState.Disputed, context);

    /// <summary>E-T7: before a leader acted the notice goes back to a draft; afterwards the trip ends as withdrawn.</summary>
    public Result Withdraw(CaseContext context)
    {
        if (Status is not (FieldTripStatus.Draft or FieldTripStatus.Notified or FieldTripStatus.ReturnedForChange
            or FieldTripStatus.Acknowledged))
        {
            return NotNow();
        }

        if (WhyNotAnswerable(context) is { } refusal)
        {
            return refusal;
        }

        Status = Status is FieldTripStatus.Notified && !IsAcknowledged && !OralClears ? FieldTripStatus.Draft : FieldTripStatus.Withdrawn;
        return Done();
    }

    /// <summary>Step 6, Đ9.2: each area has a contact or a reason why not.</summary>
    public Result RecordPriorContact(PriorContactInput input, CaseContext context)
    {
        if (IsEnded
            || Status is FieldTripStatus.InProgress or FieldTripStatus.AwaitingResult or FieldTripStatus.ResultSubmitted
                or FieldTripStatus.ResultReturned)
        {
            return NotNow();
        }

        if (WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        var errors = new List<FieldError>();
        var contacts = input.Contacts ?? [];
        for (var i = 0; i < contacts.Length; i++)
        {
            if (!AreaIds.Contains(contacts[i].AreaId))
            {
                errors.Add(new FieldError($"contacts[{i}].areaId", "Trip.AreaNotOnTrip"));
            }

            if (contacts[i].At is { } at && VietnamTime.ToUtc(at) > context.Now)
            {
                errors.Add(new FieldError($"contacts[{i}].at", "Common.InFuture"));
            }
            else if (contacts[i].At is { } when && VietnamTime.ToUtc(when) > DepartsAt)
            {
                errors.Add(new FieldError($"contacts[{i}].at", "Trip.ContactAfterDeparture", "Đ9.2"));
            }
        }

        var missing = AreaIds.Where(a => contacts.All(c => c.AreaId != a)).ToList();
        if (missing.Count > 0)
        {
            errors.Add(
                new FieldError("contacts", "Trip.ContactMissing", "Đ9.2", string.Join(", ", missing.Select(context.Directory.AreaName))));
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        PriorContact = input;
        return Done();
    }

    /// <summary>The rules that a definition names in its guard steps. An unknown name refuses: closed by default.</summary>
    public Refusal? Check(string rule, CaseContext context) => rule switch
    {
        "R-TRIP-01" => Notice.IsStub()
            || (!string.IsNullOrWhiteSpace(Notice.Purpose) && DepartsAt != default && !string.IsNullOrWhiteSpace(Notice.Place))
            ? null : FieldTripRefusals.NoticeIncomplete,
        "R-TRIP-02" => NotifiedAt != default ? null : FieldTripRefusals.NoNotice,
        "R-TRIP-03" => AreaIds.All(a => PriorContact?.Contacts?.Any(c => c.AreaId == a) == true)
            ? null : FieldTripRefusals.NoPriorContact,
        "R-TRIP-05" => Result is not null && ResultAcknowledged ? null : FieldTripRefusals.ResultNotAcknowledged,
        "R-TRIP-06" => IsAcknowledged || (!context.Settings.ApprovalRequired && OralClears)
            ? null : FieldTripRefusals.AcknowledgementRequired,
        "R-TRIP-07" => IsAcknowledged || Outsiders(context).Count == 0 ? null : OutsiderNeedsLeader(context),
        _ => CommonRefusals.UnknownGuard(rule),
    };

    private List<string> Outsiders(CaseContext context)
    {
        var day = VietnamTime.DayOf(NotifiedAt == default ? context.Now : NotifiedAt);
        return [.. ParticipantIds.Where(p => !context.Directory.IsMember(GroupId, p, day))];
    }

    private Refusal OutsiderNeedsLeader(CaseContext context) =>
        FieldTripRefusals.OutsiderNeedsLeader(Names(Outsiders(context), context));

    private Refusal? TakeNotice(TripNoticeInput input, CaseContext context)
    {
        var departs = VietnamTime.ToUtc(input.DepartsAt!.Value);
        var isAfterwards = IsAfterwards(departs, this, context);
        var isLate = context.Today > LastNoticeDay(departs, context);
        var errors = new List<FieldError>();
        CheckNoticeAreas(errors, input.AreaIds!, VietnamTime.DayOf(departs), context);
        if (UnknownPeople(input.ParticipantIds!, context, "participantIds") is { } unknown)
        {
            errors.AddRange(unknown.Fields);
        }

        CheckOral(errors, input, isAfterwards, departs, context);
        CheckProgramme(errors, input);
        errors.AddRange(AskedOf(input, this, context)
            .Where(e => e.Path == "reportedOrally" ? input.ReportedOrally != true : string.IsNullOrWhiteSpace(input.LateReason)));

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        var isRetrospective = isAfterwards && Status == FieldTripStatus.Draft;
        Notice = input;
        (DepartsAt, ReturnsAt) = (departs, VietnamTime.ToUtc(input.ReturnsAt!.Value));
        TripLeaderId = input.TripLeaderId!;
        IsAdHoc = input.PlanItemId is null;
        IsLateNotice |= isLate;
        NotifiedAt = context.Now;
        (IsAcknowledged, ForwardedToHead) = (false, false);
        Status = FieldTripStatus.Notified;
        OralClears = false;
        if (isRetrospective && !context.Settings.ApprovalRequired && Outsiders(context).Count == 0)
        {
            (Oral, OralReport, OralClears) = (OralReportState.Recorded, input.OralReport, true);
        }

        // A contact that was recorded stays, as long as it covers the areas of the new round.
        Done();
        return null;
    }

    /// <summary>
    /// What a notice has to say because of when it comes, as it is refused where it does not: why it is late (R-TRIP-04), and that it was
    /// told before (E-T3).
    /// </summary>
    /// <param name="input">The notice as it stands.</param>
    /// <param name="trip">The trip that it is sent again for; null before it is sent.</param>
    /// <param name="context">Who writes it, and when.</param>
    public static IEnumerable<FieldError> AskedOf(TripNoticeInput input, FieldTrip? trip, CaseContext context)
    {
        if (input.DepartsAt is not { } local)
        {
            yield break;
        }

        var departs = VietnamTime.ToUtc(local);
        if (LastNoticeDay(departs, context) is var last && context.Today > last && input.PlanItemId is not null && !input.IsStub())
        {
            yield return new FieldError("lateReason", "Trip.LateNoticeReason", null, last);
        }

        if (IsAfterwards(departs, trip, context))
        {
            yield return new FieldError("reportedOrally", "Trip.OralNoticeRequired", "Đ7.A.5");
        }
    }

    private static bool IsAfterwards(DateTime departs, FieldTrip? trip, CaseContext context) =>
        departs < context.Now && trip is not { NotifiedAt.Ticks: > 0 };

    // A notice is in time up to this day (R-TRIP-04).
    private static DateOnly LastNoticeDay(DateTime departs, CaseContext context) =>
        context.Calendar.AddWorkingDays(VietnamTime.DayOf(departs), -context.Settings.Int("Trip.NoticeLeadDays"));

    private void CheckNoticeAreas(List<FieldError> errors, string[] areas, DateOnly day, CaseContext context)
    {
        for (var i = 0; i < areas.Length; i++)
        {
            if (context.Directory.Area(areas[i]) is not { } area || !area.IsValidOn(day)
                || context.Directory.GroupOfArea(areas[i], context.Today) != GroupId)
            {
                errors.Add(FieldTripRefusals.AreaNotValid($"areaIds[{i}]", areas[i], day, context.Directory));
            }
        }
    }

    // Each line of the programme is on a day of the trip.
    private static void CheckProgramme(List<FieldError> errors, TripNoticeInput input)
    {
        var (first, last) = (DateOnly.FromDateTime(input.DepartsAt!.Value), DateOnly.FromDateTime(input.ReturnsAt!.Value));
        var lines = input.Programme ?? [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Date < first || lines[i].Date > last)
            {
                errors.Add(new FieldError($"programme[{i}].date", "Trip.ProgrammeOutsideTrip", "Đ8.1"));
            }
        }
    }

    // E-T3: a notice that is entered afterwards comes soon, and with the oral report that stood in for it.
    private static void CheckOral(
        List<FieldError> errors, TripNoticeInput input, bool isAfterwards, DateTime departs, CaseContext context)
    {
        if (isAfterwards)
        {
            var last = context.Calendar.DueInWorkingDays(departs, context.Settings.Int("Trip.LateOralNoticeDays"));
            if (input.ReportedOrally == true && context.Now > last)
            {
                errors.Add(new FieldError("departsAt", "Trip.NoticeTooLate", "Đ7.A.5", last));
            }
        }

        if (input.ReportedOrally == true && WhyNotOral(input.OralReport, context) is { } oral)
        {
            errors.AddRange(oral.Fields.Count > 0 ? oral.Fields : [new FieldError("oralReport", oral.Code, oral.Clause, oral.Args)]);
        }
    }

    private Refusal? WhyNotForwarded(CaseContext context) =>
        ForwardedToHead && context.PrincipalId != context.Directory.Head(context.Today) ? Refusal.Forbidden : null;

    // A trip that is over is still asked about. Of two reports, each is answered for itself, and one that was disputed stays disputed.
    private Result SettleOral(OralReportState state, CaseContext context)
    {
        if (Oral == OralReportState.None || (IsEnded && Status != FieldTripStatus.Closed))
        {
            return NotNow();
        }

        if (WhyNotOfLeader(context) is { } refusal)
        {
            return refusal;
        }

        Oral = Oral == OralReportState.Disputed ? Oral : state;
        return Done();
    }

    private static Refusal? WhyNotOral(OralReportInput? oral, CaseContext context)
    {
        if (oral?.ToId is null || oral.At is null)
        {
            return FieldTripRefusals.NoNotice;
        }

        if (!context.Directory.IsLeader(oral.ToId, context.Today))
        {
            return Refusal.Invalid([new FieldError("oralReport.toId", "Trip.OralNotToLeader", "Đ7.A.5")]);
        }

        return VietnamTime.ToUtc(oral.At.Value) > context.Now
            ? Refusal.Invalid([new FieldError("oralReport.at", "Common.InFuture")])
            : null;
    }

    private static Refusal? UnknownPeople(IEnumerable<string> ids, CaseContext context, string path)
    {
        var unknown = ids.FirstOrDefault(id => context.Directory.Person(id) is not { } person || !person.IsValidOn(context.Today));
        return unknown is null ? null : Refusal.Invalid([new FieldError(path, "Common.UnknownPerson", null, unknown)]);
    }

    private void CheckAreas(List<FieldError> errors, string list, IEnumerable<string?>? ids)
    {
        foreach (var (id, i) in (ids ?? []).Select((id, i) => (id, i)))
        {
            if (!AreaIds.Contains(id))
            {
                errors.Add(new FieldError($"{list}[{i}].areaId", "Trip.AreaNotOnTrip"));
            }
        }
    }

    private bool IsOwn(CaseContext context)
    {
        string[] own = [AuthorId, TripLeaderId, .. ParticipantIds];
        return own.Contains(context.Actor.PersonId) || own.Contains(context.PrincipalId);
    }

    /// <summary>Those who travel, and the members of the group that the trip is of (Đ7.A.5, E-T8).</summary>
    private Refusal? WhyNotOfTrip(CaseContext context) =>
        context.WhyNotSomebody() ?? (IsOwn(context) || context.IsForMemberOf(GroupId) ? null : Refusal.Forbidden);

    /// <summary>E-T5, E-T7: who wrote the notice, who leads the trip or who leads the group.</summary>
    private Refusal? WhyNotAnswerable(CaseContext context) =>
        context.WhyNotSomebody()
        ?? (new[] { AuthorId, TripLeaderId, context.Directory.LeadOf(GroupId, context.Today) }.Any(context.IsFor)
            ? null
            : Refusal.Forbidden);

    /// <summary>X-08: a leader who is in charge, and who neither wrote the notice nor travels.</summary>
    private Refusal? WhyNotOfLeader(CaseContext context)
    {
        if (IsOwn(context))
        {
            return FieldTripRefusals.OwnTrip;
        }

        return MayDecide(context) ? null : Refusal.Forbidden;
    }

    private bool MayDecide(CaseContext context) =>
        context.PrincipalId == context.Directory.Head(context.Today)
        || context.PrincipalId == context.Directory.LeaderInCharge(null, GroupId, context.Today)
        || AreaIds.Any(a => context.PrincipalId == context.Directory.LeaderInCharge(a, GroupId, context.Today))
        || context.PrincipalId == context.Directory.StandingDeputy(context.Today);

    private Refusal NotNow() => FieldTripRefusals.NotInThisState(Status);

    private Result Done()
    {
        Version++;
        return Common.Result.Ok;
    }

    private static string Local(DateTime utc) =>
        VietnamTime.ToLocal(utc).ToString("dd/MM/yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Names(IEnumerable<string> ids, CaseContext context) => string.Join(", ", ids.Select(context.Directory.NameOf));
}
