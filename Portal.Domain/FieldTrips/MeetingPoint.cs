namespace Portal.Domain.FieldTrips;

public sealed record MeetingPoint
{
    public string? AreaId { get; init; }

    public string? Place { get; init; }

    public string? Person { get; init; }

    public string? Content { get; init; }
}
