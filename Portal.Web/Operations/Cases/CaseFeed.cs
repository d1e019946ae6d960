using System.Collections.Concurrent;

namespace Portal.Web.Operations.Cases;

/// <summary>Tells open pages, after a commit, that something of a person's or of a case has changed. Carries no content.</summary>
public sealed class CaseFeed
{
    /// <summary>
    /// A page that has just followed rests as long: of what happens in a row it is told of the first at once, and of the rest together.
    /// </summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<Guid, Listener> _listeners = new();

    /// <summary>Listens for changes that concern a person, or one case when <paramref name="caseId"/> is given. Dispose to stop.</summary>
    public IDisposable Listen(string personId, Guid? caseId, Func<Task> changed)
    {
        var key = Guid.NewGuid();
        _listeners[key] = new Listener(personId, caseId, changed);
        return new Subscription(() => _listeners.TryRemove(key, out _));
    }

    public void Publish(IReadOnlyCollection<(Guid Case, string Person)> touched)
    {
        if (touched.Count == 0 || _listeners.IsEmpty)
        {
            return;
        }

        var people = touched.Select(t => t.Person).ToHashSet();
        var cases = touched.Select(t => t.Case).ToHashSet();
        foreach (var listener in _listeners.Values)
        {
            if (listener.Case is { } id ? cases.Contains(id) : people.Contains(listener.Person))
            {
                listener.Tell();
            }
        }
    }

    private sealed class Listener(string person, Guid? caseId, Func<Task> changed)
    {
        private const int Idle = 0, Following = 1, BehindAgain = 2;

        private int _state = Idle;

        public string Person => person;

        public Guid? Case => caseId;

        public void Tell()
        {
            if (Interlocked.Exchange(ref _state, BehindAgain) == Idle)
            {
                _ = Task.Run(FollowAsync);
            }
        }

        private async Task FollowAsync()
        {
            do
            {
                Volatile.Write(ref _state, Following);

                // A page that is closing may fail to redraw; the person who acted is not told of that.
                await Task.Run(changed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await Task.Delay(Rest);
            }
            while (Interlocked.CompareExchange(ref _state, Idle, Following) != Following);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
