namespace Portal.Domain.FieldTrips;

/// <summary>Situation of one area in one field of work; each part lands on its area (E-T10).</summary>
public sealed record SituationPart
{
    public string? AreaId { get; init; }

    public string? Domain { get; init; }

    public string? Text { get; init; }
}
