using Portal.Domain.Audit;

namespace Portal.Web.Persistence;

/// <summary>Where the next entry of the trail is chained to.</summary>
/// <param name="Key">What it is signed with.</param>
/// <param name="IsGenuine">The file has a head that was written with the key; one that is gone or forged is never written anew.</param>
internal sealed record TrailEnd(long Sequence, string Hash, TrailKey Key, bool IsGenuine)
{
    /// <summary>The end with one more entry, which takes its place.</summary>
    public TrailEnd Chain(AuditEntry entry)
    {
        entry.Chain(Sequence + 1, Hash, Key);
        return this with { Sequence = entry.Sequence, Hash = entry.Hash };
    }
}
