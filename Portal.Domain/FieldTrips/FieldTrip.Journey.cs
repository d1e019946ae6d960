using System.Globalization;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <content>From the acknowledged notice to the return: changes, departure, what did not take place, the end.</content>
public sealed partial class FieldTrip
{
    /// <summary>
    /// E-T4. Before departure date, place, content and outsiders go back to the leader; other people are only told. On the way what changed
    /// is recorded, and the report says so. R-TRIP-04: brought forward to a day that is nearer than the lead time of a notice, the trip is
    /// late, with the reason of the change; put off, it never becomes so.
    /// </summary>
    public Result Change(TripChangeInput input, CaseContext context)
    {
        if (Status is not (FieldTripStatus.Acknowledged or FieldTripStatus.Notified or FieldTripStatus.InProgress))
        {
            return NotNow();
        }

        if (WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        var departs = input.DepartsAt is { } d ? VietnamTime.ToUtc(d) : DepartsAt;
        var returns = input.ReturnsAt is { } r ? VietnamTime.ToUtc(r) : ReturnsAt;
        var next = Notice with
        {
            DepartsAt = VietnamTime.ToLocal(departs),
            ReturnsAt = VietnamTime.ToLocal(returns),
            Place = string.IsNullOrWhiteSpace(input.Place) ? Notice.Place : input.Place,
            Purpose = string.IsNullOrWhiteSpace(input.Purpose) ? Notice.Purpose : input.Purpose,
            ParticipantIds = input.ParticipantIds is { Length: > 0 } people ? people : [.. ParticipantIds],
            Programme = ProgrammeAfter(input, departs),
        };
        if (WhyNotChangeable(next, context) is { } refusal)
        {
            return refusal;
        }

        var wasCleared = IsAcknowledged || OralClears;
        var samePeople = next.ParticipantIds.ToHashSet().SetEquals(ParticipantIds);
        var made = ChangesTo(next, input.Reason ?? "", context);
        var isMaterial = made.Count > 0 || (input.IsStub() && samePeople)
            || next.ParticipantIds.Except(ParticipantIds).Any(p => !context.Directory.IsMember(GroupId, p, context.Today));
        var (before, after) = (Names(ParticipantIds, context), Names(next.ParticipantIds, context));
        if (!samePeople && before != after)
        {
            made.Add(new TripChange(context.Now, context.Actor.PersonId, "participantIds", before, after, input.Reason ?? ""));
        }

        if (made.Count == 0 && !input.IsStub())
        {
            return Refusal.Invalid([new FieldError("", "Trip.NothingChanged")]);
        }

        _changes.AddRange(made);
        Notice = next;
        IsLateNotice |= departs < DepartsAt && context.Today > LastNoticeDay(departs, context);
        (DepartsAt, ReturnsAt, IsChanged) = (departs, returns, true);
        LastChangeIsMaterial = isMaterial && wasCleared && Status != FieldTripStatus.InProgress;
        if (isMaterial && Status != FieldTripStatus.InProgress)
        {
            (Status, IsAcknowledged, OralClears, ForwardedToHead) = (FieldTripStatus.Notified, false, false, false);
        }

        return Done();
    }

    private Refusal? WhyNotChangeable(TripNoticeInput next, CaseContext context)
    {
        var (departs, returns) = (VietnamTime.ToUtc(next.DepartsAt!.Value), VietnamTime.ToUtc(next.ReturnsAt!.Value));
        if (returns <= departs)
        {
            return Refusal.Invalid([new FieldError("returnsAt", "Trip.ReturnBeforeDeparture")]);
        }

        if (departs != DepartsAt && (departs < context.Now || Status == FieldTripStatus.InProgress))
        {
            var code = Status == FieldTripStatus.InProgress ? "Trip.DepartedAlready" : "Trip.DepartureInPast";
            return Refusal.Invalid([new FieldError("departsAt", code)]);
        }

        List<FieldError> outside = [];
        CheckProgramme(outside, next);
        if (outside.Count > 0)
        {
            return Refusal.Invalid(outside);
        }

        if (UnknownPeople(next.ParticipantIds!, context, "participantIds") is { } unknown)
        {
            return unknown;
        }

        // E-T9: who joins on the way from outside the group needs the leader, whom nobody asks any more.
        var joiners = next.ParticipantIds!.Except(ParticipantIds)
            .Where(p => !context.Directory.IsMember(GroupId, p, context.Today))
            .ToList();
        if (Status == FieldTripStatus.InProgress && joiners.Count > 0)
        {
            return Refusal.Invalid([new FieldError("participantIds", "Trip.OutsiderNeedsLeader", null, Names(joiners, context))]);
        }

        return next.ParticipantIds!.Contains(TripLeaderId)
            ? null
            : Refusal.Invalid([new FieldError("participantIds", "Trip.LeaderNotParticipant")]);
    }

    // A programme that was left as it is moves along with the departure.
    private ProgrammeLine[]? ProgrammeAfter(TripChangeInput input, DateTime departs)
    {
        var isLeft = input.Programme is not { Length: > 0 } || (Notice.Programme ?? []).SequenceEqual(input.Programme);
        var days = VietnamTime.DayOf(departs).DayNumber - VietnamTime.DayOf(DepartsAt).DayNumber;
        return isLeft ? Notice.Programme?.Select(l => l with { Date = l.Date?.AddDays(days) }).ToArray() : input.Programme;
    }

    // What differs of time, place and content; those who go are compared by themselves.
    private List<TripChange> ChangesTo(TripNoticeInput next, string reason, CaseContext context)
    {
        var (departs, returns) = (VietnamTime.ToUtc(next.DepartsAt!.Value), VietnamTime.ToUtc(next.ReturnsAt!.Value));
        (string What, string Old, string New)[] compared =
        [
            ("departsAt", Local(DepartsAt), Local(departs)),
            ("returnsAt", Local(ReturnsAt), Local(returns)),
            ("place", Notice.Place ?? "", next.Place ?? ""),
            ("purpose", Notice.Purpose ?? "", next.Purpose ?? ""),
            ("programme", Lines(Notice.Programme), Lines(next.Programme)),
        ];
        return
        [
            .. compared.Where(c => c.Old != c.New)
                .Select(c => new TripChange(context.Now, context.Actor.PersonId, c.What, c.Old, c.New, reason)),
        ];
    }

    private static string Lines(ProgrammeLine[]? programme) => string.Join(
        '\n',
        (programme ?? []).Select(l =>
            string.Create(CultureInfo.InvariantCulture, $"{l.From:HH:mm} {l.Date:dd/MM} {l.Place}: {l.Content}")));

    /// <summary>
    /// E-T5, before departure: by the lead, the trip's leader or the leader in charge; the area's request comes through them.
    /// </summary>
    public Result Cancel(CaseContext context)
    {
        if (Status is not (FieldTripStatus.Draft or FieldTripStatus.Notified or FieldTripStatus.ReturnedForChange
            or FieldTripStatus.Acknowledged))
        {
            return NotNow();
        }

        if (!MayDecide(context) && WhyNotAnswerable(context) is { } refusal)
        {
            return refusal;
        }

        Status = FieldTripStatus.Cancelled;
        return Done();
    }

    /// <summary>
    /// Step 7: everybody confirms their own departure; the trip's leader, who wrote the notice and the lead may do it for all. The trip is
    /// under way when nobody is awaited any more. R-TRIP-02, R-TRIP-03 [Q], R-TRIP-06 [D] and R-TRIP-07 [D] must hold.
    /// </summary>
    /// <param name="input">Who went, who did not, and when.</param>
    /// <param name="context">Who says so.</param>
    /// <param name="awaitsEach">False where the version that the case runs on asks once, for all.</param>
    public Result Depart(DepartureInput input, CaseContext context, bool awaitsEach = true)
    {
        if (WhyNotDeparting(context) is { } refusal)
        {
            return refusal;
        }

        var given = input.Participants ?? [];
        var mayForAll = !awaitsEach || WhyNotAnswerable(context) is null;
        ParticipantConfirmation[] confirmed =
            [.. (Departure?.Participants ?? []).Where(b => given.All(g => g.PersonId != b.PersonId)), .. given];
        var went = confirmed.Where(p => p.Went == true).Select(p => p.PersonId!).ToArray();
        var isAwaited = !mayForAll && ParticipantIds.Any(p => !Array.Exists(confirmed, c => c.PersonId == p));
        if (UnknownPeople(given.Select(p => p.PersonId!), context, "participants") is { } unknown)
        {
            return unknown;
        }

        if (WrongIn(input, went, mayForAll, isAwaited, context) is { Count: > 0 } errors)
        {
            return Refusal.Invalid(errors);
        }

        Departure = input with
        {
            DepartedAt = Departure?.DepartedAt is { } first && first < input.DepartedAt ? first : input.DepartedAt,
            Participants = confirmed,
        };
        if (isAwaited)
        {
            return Done();
        }

        DepartedAt = VietnamTime.ToUtc(Departure.DepartedAt!.Value);
        DepartedWithoutAcknowledgement = !IsAcknowledged;
        Notice = Notice with { ParticipantIds = went };
        if (!went.Contains(TripLeaderId))
        {
            TripLeaderId = context.Directory.LeadOf(GroupId, context.Today) is { } lead && went.Contains(lead) ? lead : went[0];
            Notice = Notice with { TripLeaderId = TripLeaderId };
        }

        Status = FieldTripStatus.InProgress;
        return Done();
    }

    private List<FieldError> WrongIn(DepartureInput input, string[] went, bool mayForAll, bool isAwaited, CaseContext context)
    {
        var errors = new List<FieldError>();
        if (VietnamTime.ToUtc(input.DepartedAt!.Value) > context.Now)
        {
            errors.Add(new FieldError("departedAt", "Common.InFuture"));
        }

        if (!mayForAll && Array.FindIndex(input.Participants ?? [], g => !context.IsFor(g.PersonId)) is >= 0 and var other)
        {
            errors.Add(new FieldError($"participants[{other}].personId", "Trip.OnlyOwnDeparture", "Đ7.A.5"));
        }

        if (!isAwaited && went.Length == 0)
        {
            errors.Add(new FieldError("participants", "Trip.NobodyWent"));
        }

        var outsiders = went.Except(ParticipantIds).Where(p => !context.Directory.IsMember(GroupId, p, context.Today)).ToList();
        if (outsiders.Count > 0)
        {
            errors.Add(new FieldError("participants", "Trip.OutsiderNeedsLeader", null, Names(outsiders, context)));
        }

        return errors;
    }

    /// <summary>Those who travel and have not said yet whether they went.</summary>
    public IEnumerable<string> AwaitedIds =>
        ParticipantIds.Where(p => Departure?.Participants?.Any(c => c.PersonId == p) != true);

    public Refusal? WhyNotDeparting(CaseContext context)
    {
        if (IsEnded
            || Status is FieldTripStatus.InProgress or FieldTripStatus.AwaitingResult or FieldTripStatus.ResultSubmitted
                or FieldTripStatus.ResultReturned)
        {
            return NotNow();
        }

        return Status is FieldTripStatus.Draft or FieldTripStatus.ReturnedForChange
            ? FieldTripRefusals.NoNotice
            : WhyNotOfTrip(context) ?? Check("R-TRIP-02", context) ?? Check("R-TRIP-03", context) ?? Check("R-TRIP-06", context)
                ?? Check("R-TRIP-07", context);
    }

    /// <summary>Step 8: somebody on the way writes something down; the trip goes on.</summary>
    public Result AddNote(CaseContext context)
    {
        if (Status != FieldTripStatus.InProgress)
        {
            return NotNow();
        }

        return WhyNotOfTrip(context) is { } stranger ? stranger : Done();
    }

    /// <summary>Nobody went.</summary>
    public Result MarkNotTaken(CaseContext context)
    {
        if (Status is not (FieldTripStatus.Acknowledged or FieldTripStatus.Notified))
        {
            return NotNow();
        }

        if (WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        Status = FieldTripStatus.NotTaken;
        return Done();
    }

    /// <summary>Step 8 ends: by a participant, or by time (then at the planned end). From here the result is due.</summary>
    public Result End(DateTime returnedAtUtc, CaseContext context)
    {
        if (Status != FieldTripStatus.InProgress)
        {
            return NotNow();
        }

        if (!context.Actor.IsSystem && WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        if (returnedAtUtc > context.Now)
        {
            return Refusal.Invalid([new FieldError("returnedAt", "Common.InFuture")]);
        }

        if (returnedAtUtc < DepartedAt)
        {
            return Refusal.Invalid([new FieldError("returnedAt", "Trip.ReturnBeforeDeparture")]);
        }

        ReturnedAt = returnedAtUtc;
        ResultDueAt = context.Calendar.DueInWorkingDays(returnedAtUtc, context.Settings.Int("Trip.ResultDueDays"));
        Status = FieldTripStatus.AwaitingResult;
        return Done();
    }

    /// <summary>E-T6: by the leader, only before it is late; may be done again.</summary>
    public Result Extend(ExtensionInput input, CaseContext context)
    {
        if (Status is not (FieldTripStatus.AwaitingResult or FieldTripStatus.ResultReturned))
        {
            return NotNow();
        }

        if (WhyNotOfLeader(context) is { } refusal)
        {
            return refusal;
        }

        if (context.Now > ResultDueAt)
        {
            return FieldTripRefusals.AlreadyLate;
        }

        var due = context.Calendar.EndOfWork(context.Calendar.OnOrAfter(input.NewDue!.Value));
        if (due <= ResultDueAt)
        {
            return Refusal.Invalid([new FieldError("newDue", "Trip.ExtensionNotLater")]);
        }

        ResultDueAt = due;
        return Done();
    }
}
