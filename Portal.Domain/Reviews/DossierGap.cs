namespace Portal.Domain.Reviews;

/// <summary>An area that the dossier goes without (E-R12).</summary>
public sealed record DossierGap
{
    public string? AreaId { get; init; }

    public string? Reason { get; init; }
}
