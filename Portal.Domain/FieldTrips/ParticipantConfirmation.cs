namespace Portal.Domain.FieldTrips;

public sealed record ParticipantConfirmation
{
    public string? PersonId { get; init; }

    public bool? Went { get; init; }

    public string? Reason { get; init; }
}
