using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed record TripCancelInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public CancelledBy? By { get; init; }

    public string? Reason { get; init; }

    public bool? AreaInformed { get; init; }
}
