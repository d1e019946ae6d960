using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed record PlanItemDropInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Item { get; init; }

    public string? Reason { get; init; }
}
