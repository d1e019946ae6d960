using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>Step 7: who went, and when.</summary>
public sealed record DepartureInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? DepartedAt { get; init; }

    public ParticipantConfirmation[]? Participants { get; init; }
}
