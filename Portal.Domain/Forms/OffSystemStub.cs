namespace Portal.Domain.Forms;

/// <summary>X-03: where the content is kept instead. No content, no attachment.</summary>
public sealed record OffSystemStub
{
    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public SecrecyLevel? Level { get; init; }

    public string? Keeper { get; init; }

    public string? StoragePlace { get; init; }

    public string? ToldTo { get; init; }
}
