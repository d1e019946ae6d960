using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

/// <summary>
/// SQLite has one writer. Commits queue here instead of polling a busy file, and the trail grows in the order of the commits.
/// </summary>
public sealed class CommitGate(ContentCipher cipher, TrailKeys trailKeys) : IDisposable
{
    // As SQLite numbers it.
    private const int Busy = 5;

    private readonly SemaphoreSlim _gate = new(1);

    private long? _foundBusyAt;

    /// <summary>The keys that seal what is written.</summary>
    internal ContentCipher Cipher => cipher;

    /// <summary>Where the trail ends in the file; null while that is not known.</summary>
    internal TrailEnd? TrailEnd { get; set; }

    internal TrailKeys TrailKeys => trailKeys;

    /// <summary>Somebody has waited for another program, and in vain; who queues behind has waited along.</summary>
    internal void NoteBusy() => _foundBusyAt = Stopwatch.GetTimestamp();

    /// <summary>Waits for one's turn; over when the result is disposed.</summary>
    /// <exception cref="SqliteException">Another program held the file all the while.</exception>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        await _gate.WaitAsync(cancellation);
        if (_foundBusyAt > begun)
        {
            _gate.Release();
            throw new SqliteException("Another program holds the database.", Busy);
        }

        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
