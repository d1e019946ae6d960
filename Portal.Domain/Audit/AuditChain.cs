namespace Portal.Domain.Audit;

/// <summary>
/// Goes through the trail: each entry as it was written, without a gap, on the one before; to the end that the head names, and by
/// every anchor.
/// </summary>
public static class AuditChain
{
    /// <param name="entries">From the first on, by <see cref="AuditEntry.Sequence"/>.</param>
    /// <param name="head">How far it goes; null where that is gone.</param>
    /// <param name="key">What it is signed with.</param>
    /// <param name="anchors">What was noted of it, by <see cref="TrailAnchor.InForce"/>.</param>
    public static async Task<ChainReport> VerifyAsync(
        IAsyncEnumerable<AuditEntry> entries, TrailHead? head, TrailKey key, IReadOnlyList<TrailAnchor> anchors,
        CancellationToken cancellation = default)
    {
        AuditEntry? last = null;
        var anchor = 0;
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (!IsNext(entry, last, key))
            {
                return Broken(last);
            }

            for (; anchor < anchors.Count && anchors[anchor].Sequence == entry.Sequence; anchor++)
            {
                if (anchors[anchor].Hash != entry.Hash)
                {
                    return Broken(last);
                }
            }

            last = entry;
        }

        var isWhole = anchor == anchors.Count && head is not null && head.IsGenuine(key)
            && (head.Sequence, head.Hash) == (last?.Sequence ?? 0, last?.Hash ?? "");
        return isWhole ? new ChainReport(last?.Sequence ?? 0, null, last?.Hash ?? "") : Broken(last);
    }

    // Behind an entry that is signed none comes that is not: entries of an earlier release stand before all others.
    private static bool IsNext(AuditEntry entry, AuditEntry? last, TrailKey key) =>
        entry.IsIntact(key)
            && entry.Sequence == (last?.Sequence ?? 0) + 1
            && entry.PreviousHash == (last?.Hash ?? "")
            && (entry.IsSigned || last is not { IsSigned: true });

    private static ChainReport Broken(AuditEntry? last) => new(last?.Sequence ?? 0, (last?.Sequence ?? 0) + 1, last?.Hash ?? "");
}
