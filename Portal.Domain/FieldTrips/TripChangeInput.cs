using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>E-T4. Only what is filled in changes.</summary>
public sealed record TripChangeInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateTime? DepartsAt { get; init; }

    public DateTime? ReturnsAt { get; init; }

    public string? Place { get; init; }

    public string? Purpose { get; init; }

    public string[]? ParticipantIds { get; init; }

    /// <summary>Empty, or as it stands in the notice: it moves along with the departure.</summary>
    public ProgrammeLine[]? Programme { get; init; }

    public string? Reason { get; init; }
}
