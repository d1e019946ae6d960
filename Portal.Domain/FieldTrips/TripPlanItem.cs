using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.FieldTrips;

/// <summary>Mục kế hoạch (Đ8.1): one trip as it is planned.</summary>
public sealed class TripPlanItem
{
    internal TripPlanItem()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PlanId { get; private init; }

    public string GroupId { get; private init; } = "";

    /// <summary>Position in the plan, from 1.</summary>
    public int Number { get; private init; }

    public DateOnly DateFrom { get; private set; }

    public DateOnly DateTo { get; private set; }

    public string TripLeaderId { get; private init; } = "";

    public PlanItemState State { get; private set; }

    /// <summary>The trip made of it; null before its notice.</summary>
    public Guid? TripId { get; private set; }

    /// <summary>The leader's remark on this item; empty when there is none.</summary>
    public string Directive { get; private set; } = "";

    /// <summary>Why it was struck off or moved.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The date as first planned, when it was moved; else null.</summary>
    public DateOnly? MovedFrom { get; private set; }

    /// <summary>The plan with this item is acknowledged: its trip may be notified.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>The last day on which somebody was reminded of it.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public TripPlanItemInput Content { get; private set; } = new();

    public int Version { get; private set; }

    /// <summary>R-TRIP-01 [Q]: content, time and place.</summary>
    internal bool IsComplete =>
        !string.IsNullOrWhiteSpace(Content.Purpose) && DateFrom != default && !string.IsNullOrWhiteSpace(Content.Place);

    internal static TripPlanItem From(MonthlyTripPlan plan, int number, TripPlanItemInput input) => new()
    {
        PlanId = plan.CaseId,
        GroupId = plan.GroupId,
        Number = number,
        DateFrom = input.DateFrom!.Value,
        DateTo = input.DateTo!.Value,
        TripLeaderId = input.TripLeaderId!,
        Content = input,
    };

    /// <summary>Null when a trip of the group may be notified for it now.</summary>
    public Refusal? WhyNotNotifiable(string groupId)
    {
        if (groupId != GroupId)
        {
            return Refusal.NotFound;
        }

        if (!IsReleased)
        {
            return MonthlyTripPlanRefusals.ItemNotReleased;
        }

        return State != PlanItemState.Planned ? NotOpen() : null;
    }

    /// <summary>Its trip has been notified.</summary>
    public Result Realise(Guid tripId)
    {
        if (WhyNotNotifiable(GroupId) is { } refusal)
        {
            return refusal;
        }

        (TripId, State, Version) = (tripId, PlanItemState.Notified, Version + 1);
        return Result.Ok;
    }

    /// <summary>Follows its trip: done when that closed, dropped when it came to nothing.</summary>
    /// <param name="trip">How the trip ended; one that is under way is not followed.</param>
    public Result Follow(CaseState trip)
    {
        if (State != PlanItemState.Notified)
        {
            return NotOpen();
        }

        if (trip == CaseState.Open)
        {
            return CommonRefusals.NotInThisState(trip);
        }

        (State, Version) = (trip == CaseState.Closed ? PlanItemState.Done : PlanItemState.Dropped, Version + 1);
        return Result.Ok;
    }

    public Result Drop(string reason)
    {
        if (State != PlanItemState.Planned)
        {
            return NotOpen();
        }

        (State, Reason, Version) = (PlanItemState.Dropped, reason, Version + 1);
        return Result.Ok;
    }

    public Result Move(DateOnly from, DateOnly to, string reason)
    {
        if (State != PlanItemState.Planned)
        {
            return NotOpen();
        }

        (MovedFrom, DateFrom, DateTo, Reason, RemindedOn, Version) = (MovedFrom ?? DateFrom, from, to, reason, null, Version + 1);
        return Result.Ok;
    }

    /// <summary>Somebody was reminded of it; only of what is released and still to be notified.</summary>
    public Result NoteReminder(DateOnly day)
    {
        if (WhyNotNotifiable(GroupId) is { } refusal)
        {
            return refusal;
        }

        (RemindedOn, Version) = (day, Version + 1);
        return Result.Ok;
    }

    /// <summary>The plan is acknowledged. What the leader said of this item before stays where nothing new was said.</summary>
    internal void Release(string? directive) => (IsReleased, Directive, Version) = (true, directive ?? Directive, Version + 1);

    private Refusal NotOpen() => MonthlyTripPlanRefusals.ItemNotOpen(State);
}
