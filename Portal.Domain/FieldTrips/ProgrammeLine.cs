namespace Portal.Domain.FieldTrips;

/// <summary>One line of the programme; times are local.</summary>
public sealed record ProgrammeLine
{
    public DateOnly? Date { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }

    public string? Place { get; init; }

    public string? With { get; init; }

    public string? Content { get; init; }
}
