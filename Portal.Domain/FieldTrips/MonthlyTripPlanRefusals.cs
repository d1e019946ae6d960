using Portal.Domain.Common;

namespace Portal.Domain.FieldTrips;

/// <summary>Refusals of a monthly plan and of its items.</summary>
public static class MonthlyTripPlanRefusals
{
    /// <summary>Nobody opens a plan: the calendar does, one for each group and month.</summary>
    public static Refusal OpenedByCalendar { get; } = Refusal.NotAllowed("Plan.OpenedByCalendar", "Đ8.1");

    /// <summary>X-08: who drew the plan up does not decide on it.</summary>
    public static Refusal OwnPlan { get; } = Refusal.NotAllowed("Trip.OwnTrip", "Đ8.1");

    /// <summary>R-TRIP-01 [Q]: an item lacks content, time or place.</summary>
    public static Refusal ItemIncomplete { get; } = new("Plan.ItemIncomplete", "Đ8.1");

    /// <summary>R-PLAN-01: a month without a trip says why.</summary>
    public static Refusal NoTripReason { get; } = new("Plan.NoTripReason", "Đ8.1");

    /// <summary>R-PLAN-01: neither a trip nor a reason for none.</summary>
    public static Refusal Empty { get; } = new("Plan.Empty", "Đ8.1");

    /// <summary>The plan is not acknowledged yet.</summary>
    public static Refusal ItemNotReleased { get; } = Refusal.NotNow("Plan.ItemNotReleased", "Đ8.1");

    /// <summary>Its trip was notified already, or it was struck off.</summary>
    public static Refusal ItemNotOpen(PlanItemState state) => Refusal.NotNow("Plan.ItemNotOpen", "Đ8.1", state);
}
