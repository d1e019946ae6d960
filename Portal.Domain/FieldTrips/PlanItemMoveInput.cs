using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

public sealed record PlanItemMoveInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Item { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }

    public string? Reason { get; init; }
}
