using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>F1 Kế hoạch đi địa bàn tháng. Group and month are those of the plan.</summary>
public sealed record TripPlanInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public bool? NoTrip { get; init; }

    public string? NoTripReason { get; init; }

    public TripPlanItemInput[]? Items { get; init; }

    public string? Note { get; init; }
}
