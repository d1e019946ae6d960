using Portal.Domain.Cases;

namespace Portal.Domain.FieldTrips;

/// <summary>F3, for one area.</summary>
public sealed record AreaContactInput
{
    public string? AreaId { get; init; }

    public bool? Exception { get; init; }

    public ContactException? ExceptionReason { get; init; }

    public string? ExceptionText { get; init; }

    public string? ContactPerson { get; init; }

    public string? Position { get; init; }

    public DateTime? At { get; init; }

    public ContactChannel? Channel { get; init; }

    public bool? WithAreaLeaders { get; init; }

    public string? AreaLeaderName { get; init; }

    public string? AreaLeaderContent { get; init; }

    public string? Agreed { get; init; }

    public string? ProgrammeChanges { get; init; }
}
