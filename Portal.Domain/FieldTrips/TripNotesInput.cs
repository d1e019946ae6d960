using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>Step 8: notes while away.</summary>
public sealed record TripNotesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? ReturnedAt { get; init; }

    public string? Notes { get; init; }

    public string? Deviations { get; init; }

    public Guid[]? Files { get; init; }
}
