namespace Portal.Domain.Audit;

/// <summary>Goes through the trail: each entry as it was written, without a gap, on the one before .</summary>
public static class AuditChain
{
    /// <param name="entries">From the first on, by <see cref="AuditEntry.Sequence"/>.</param>
    public static async Task<ChainReport> VerifyAsync(IAsyncEnumerable<AuditEntry> entries, CancellationToken cancellation = default)
    {
        AuditEntry? last = null;
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (!entry.IsIntact() || entry.Sequence != (last?.Sequence ?? 0) + 1 || entry.PreviousHash != (last?.Hash ?? ""))
            {
                return new ChainReport(last?.Sequence ?? 0, (last?.Sequence ?? 0) + 1, last?.Hash ?? "");
            }

            last = entry;
        }

        return new ChainReport(last?.Sequence ?? 0, null, last?.Hash ?? "");
    }
}
