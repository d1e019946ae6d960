namespace Portal.Domain.Reviews;

/// <summary>What the department says of one suggestion on a collective; one that is not named has its general stance.</summary>
public sealed record ItemStance
{
    public int? Item { get; init; }

    public ConsultationStance? Stance { get; init; }

    public string? Comment { get; init; }
}
