namespace Portal.Domain.Meetings;

public sealed record ExtraAttendeeInput
{
    public string? PersonId { get; init; }

    public string? Covers { get; init; }
}
