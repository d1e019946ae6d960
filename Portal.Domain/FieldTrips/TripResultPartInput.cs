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

    /// <summary>It judges people: kept for those who may read that, and so is the report that takes it over .</summary>
    public bool? ConcernsPersonnel { get; init; }

    public Guid[]? Files { get; init; }
}
