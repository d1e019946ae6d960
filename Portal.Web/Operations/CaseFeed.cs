using System.Collections.Concurrent;

namespace Portal.Web.Operations;

/// <summary>Tells open pages, after a commit, that something of a person's or of a case has changed. Carries no content.</summary>
public sealed class CaseFeed
{
    private readonly ConcurrentDictionary<Guid, (string Person, Guid? Case, Func<Task> Changed)> _listeners = new();

    /// <summary>Listens for changes that concern a person, or one case when <paramref name="caseId"/> is given. Dispose to stop.</summary>
    public IDisposable Listen(string personId, Guid? caseId, Func<Task> changed)
    {
        var key = Guid.NewGuid();
        _listeners[key] = (personId, caseId, changed);
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
        foreach (var (person, caseId, changed) in _listeners.Values)
        {
            if (caseId is { } id ? cases.Contains(id) : people.Contains(person))
            {
                // A page that is going away may fail to redraw: that is no concern of the person who acted.
                _ = Task.Run(changed);
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
