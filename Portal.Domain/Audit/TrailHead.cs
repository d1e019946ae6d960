namespace Portal.Domain.Audit;

/// <summary>
/// how far the trail goes, signed. It moves with each entry; where the last entries are removed, it still names them.
/// </summary>
public sealed class TrailHead
{
    private const string Purpose = "head";

    /// <summary>There is one.</summary>
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of the last entry; empty before the first.</summary>
    public required string Hash { get; init; }

    public required string Signature { get; init; }

    public static TrailHead At(long sequence, string hash, TrailKey key) =>
        new() { Sequence = sequence, Hash = hash, Signature = key.Sign(Purpose, $"{sequence}\u001f{hash}") };

    /// <summary>True for one that was written with the key.</summary>
    public bool IsGenuine(TrailKey key) => key.HasSigned(Purpose, $"{Sequence}\u001f{Hash}", Signature);
}
