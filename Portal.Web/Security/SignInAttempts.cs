using System.Collections.Concurrent;

namespace Portal.Web.Security;

/// <summary>
/// Wrong passwords of the last <see cref="Window"/>, by who and from where. They slow down the place that they came from, not the person:
/// at a place that the portal knows, the right person comes in while strangers try (ASVS 6.1.1, 6.3.1). A restart forgets them.
/// </summary>
public sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>How long a wrong password counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Wrong ones from one place for one name, until that place has to wait.</summary>
    public const int MostFromOnePlace = 5;

    /// <summary>Wrong ones for one name from all places that the portal does not know, until all of those have to wait.</summary>
    public const int MostForOneName = 20;

    // Looked through for what is over when there are more than so many.
    private const int ManyKeys = 10_000;

    private readonly ConcurrentDictionary<string, Failures> _byKey = new(StringComparer.Ordinal);

    /// <summary>
    /// Waits until no other attempt of the same place and name is on its way: of many at once no more count than one after another.
    /// </summary>
    /// <param name="name">As it was typed; that there is such an account does not matter.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="device">The known browser that it comes from; null for none.</param>
    /// <returns>The attempt; null when this place has to wait.</returns>
    public async Task<Attempt?> BeginAsync(string name, string address, string? device, CancellationToken cancellation)
    {
        Tidy();
        var place = device is null ? Of($"place {name}\n{address}") : Of($"device {device}");
        await place.Turn.WaitAsync(cancellation);
        var everywhere = device is null ? Of($"name {name}") : null;
        if (place.CountSince(Begin) >= MostFromOnePlace || everywhere?.CountSince(Begin) >= MostForOneName)
        {
            place.Turn.Release();
            return null;
        }

        return new Attempt(place, everywhere, time);
    }

    private DateTimeOffset Begin => time.GetUtcNow() - Window;

    private Failures Of(string key) => _byKey.GetOrAdd(key, static _ => new Failures());

    private void Tidy()
    {
        if (_byKey.Count > ManyKeys)
        {
            foreach (var (key, failures) in _byKey.Where(f => f.Value.Turn.CurrentCount > 0 && f.Value.CountSince(Begin) == 0))
            {
                _byKey.TryRemove(new KeyValuePair<string, Failures>(key, failures));
            }
        }
    }

    /// <summary>One attempt on its way; disposed, the next of the same place may begin.</summary>
    public sealed class Attempt : IDisposable
    {
        private readonly Failures _place;
        private readonly Failures? _everywhere;
        private readonly TimeProvider _time;

        internal Attempt(Failures place, Failures? everywhere, TimeProvider time) =>
            (_place, _everywhere, _time) = (place, everywhere, time);

        public void Fail()
        {
            _place.Add(_time.GetUtcNow());
            _everywhere?.Add(_time.GetUtcNow());
        }

        /// <summary>What was wrong before at this place is forgiven.</summary>
        public void Succeed() => _place.Clear();

        public void Dispose() => _place.Turn.Release();
    }

    /// <summary>The moments of wrong passwords under one key.</summary>
    internal sealed class Failures
    {
        private readonly Queue<DateTimeOffset> _at = new();

        public SemaphoreSlim Turn { get; } = new(1);

        public int CountSince(DateTimeOffset begin)
        {
            lock (_at)
            {
                while (_at.TryPeek(out var first) && first <= begin)
                {
                    _at.Dequeue();
                }

                return _at.Count;
            }
        }

        public void Add(DateTimeOffset at)
        {
            lock (_at)
            {
                _at.Enqueue(at);
            }
        }

        public void Clear()
        {
            lock (_at)
            {
                _at.Clear();
            }
        }
    }
}
