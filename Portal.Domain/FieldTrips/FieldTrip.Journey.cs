using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <content>From the acknowledged notice to the return: changes, departure, what did not take place, the end.</content>
public sealed partial class FieldTrip
{
    /// <summary>E-T4, before departure. Date, place, content and outsiders go back to the leader; other people are only told.</summary>
    public Result Change(TripChangeInput input, CaseContext context)
    {
        if (Status is not (FieldTripStatus.Acknowledged or FieldTripStatus.Notified))
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
        };
        if (WhyNotChangeable(next, context) is { } refusal)
        {
            return refusal;
        }

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
        (DepartsAt, ReturnsAt, IsChanged, LastChangeIsMaterial) = (departs, returns, true, isMaterial);
        if (isMaterial)
        {
            (Status, IsAcknowledged, OralClears) = (FieldTripStatus.Notified, false, false);
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

        if (departs != DepartsAt && departs < context.Now)
        {
            return Refusal.Invalid([new FieldError("departsAt", "Trip.DepartureInPast")]);
        }

        if (UnknownPeople(next.ParticipantIds!, context, "participantIds") is { } unknown)
        {
            return unknown;
        }

        return next.ParticipantIds!.Contains(TripLeaderId)
            ? null
            : Refusal.Invalid([new FieldError("participantIds", "Trip.LeaderNotParticipant")]);
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
        ];
        return
        [
            .. compared.Where(c => c.Old != c.New)
                .Select(c => new TripChange(context.Now, context.Actor.PersonId, c.What, c.Old, c.New, reason)),
        ];
    }

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

    /// <summary>Step 7. R-TRIP-02, R-TRIP-03 [Q], R-TRIP-06 [D] and R-TRIP-07 [D] must hold.</summary>
    public Result Depart(DepartureInput input, CaseContext context)
    {
        if (WhyNotDeparting(context) is { } refusal)
        {
            return refusal;
        }

        var went = (input.Participants ?? []).Where(p => p.Went == true).Select(p => p.PersonId!).ToArray();
        var departed = VietnamTime.ToUtc(input.DepartedAt!.Value);
        var errors = new List<FieldError>();
        if (departed > context.Now)
        {
            errors.Add(new FieldError("departedAt", "Common.InFuture"));
        }

        if (UnknownPeople(went, context, "participants") is { } unknown)
        {
            return unknown;
        }

        var outsiders = went.Except(ParticipantIds).Where(p => !context.Directory.IsMember(GroupId, p, context.Today)).ToList();
        if (outsiders.Count > 0)
        {
            errors.Add(new FieldError("participants", "Trip.OutsiderNeedsLeader", null, Names(outsiders, context)));
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        Departure = input;
        DepartedAt = departed;
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
