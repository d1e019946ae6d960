namespace Portal.Web.Operations;

/// <summary>
/// Requests of one person under one key go one after another: a retry that comes while the first is on its way waits, and gets its answer.
/// </summary>
public sealed class RequestTurns
{
    // Two different keys may share one; they wait for each other then, and that is all.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn; over when the result is disposed.</summary>
    /// <param name="request">Null for a request without a key, which waits for nobody.</param>
    public async Task<IDisposable?> EnterAsync(string personId, RequestKey? request, CancellationToken cancellation)
    {
        if (request is null)
        {
            return null;
        }

        var turn = _turns[(uint)HashCode.Combine(personId, request.Key) % (uint)_turns.Length];
        await turn.WaitAsync(cancellation);
        return new Held(turn);
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
