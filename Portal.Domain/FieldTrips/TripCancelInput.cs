using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed record TripCancelInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public CancelledBy? By { get; init; }

    public string? Reason { get; init; }

    public bool? AreaInformed { get; init; }

    /// <summary>Who of the area was told; empty for the one who was contacted before.</summary>
    public string? InformedPerson { get; init; }

    public ContactChannel? InformedChannel { get; init; }
}
