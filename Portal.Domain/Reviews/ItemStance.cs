namespace Portal.Domain.Reviews;

/// <summary>A stance that differs from the department's general one, by the number of the suggestion on a collective.</summary>
public sealed record ItemStance
{
    public int? Item { get; init; }

    public ConsultationStance? Stance { get; init; }

    public string? Comment { get; init; }
}
