using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>Step 8: a note on the way.</summary>
public sealed record TripNoteInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Note { get; init; }

    public Guid[]? Files { get; init; }
}
