namespace Portal.Domain.Organisation;

/// <summary>A period in which a person is away (S-13).</summary>
public sealed class AbsencePeriod : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
