namespace Portal.Domain.Reviews;

/// <summary>A legal basis of the cycle, as it is cited.</summary>
public sealed record LegalBasisInput
{
    public string? Document { get; init; }
}
