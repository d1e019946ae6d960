using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

/// <summary>
/// SQLite has one writer. Commits queue here instead of polling a busy file, and the trail grows in the order of the commits.
/// </summary>
public sealed class CommitGate(ContentCipher cipher, TrailKeys trailKeys) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The keys that seal what is written.</summary>
    internal ContentCipher Cipher => cipher;

    /// <summary>Where the trail ends in the file; null while that is not known.</summary>
    internal TrailEnd? TrailEnd { get; set; }

    internal TrailKeys TrailKeys => trailKeys;

    /// <summary>Waits for one's turn; over when the result is disposed.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
