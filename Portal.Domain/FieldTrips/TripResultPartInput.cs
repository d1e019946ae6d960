using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>Step 9: what a participant adds to the report of the trip.</summary>
public sealed record TripResultPartInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public MeetingPoint[]? Met { get; init; }

    public SituationPart[]? Situation { get; init; }

    public string? Guidance { get; init; }

    public string? Proposals { get; init; }

    public Guid[]? Files { get; init; }
}
