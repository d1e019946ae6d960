using System.Collections.Concurrent;

namespace Portal.Web.Security;

/// <summary>
/// When somebody last did something in each session. Lives in memory: after a restart a session counts as just used, and the cookie's
/// own end still holds.
/// </summary>
public sealed class Sessions(TimeProvider time)
{
    // Longer than any session may last.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();
    private DateTimeOffset _swept;

    public void Touch(string session)
    {
        var now = time.GetUtcNow();
        _seen[session] = now;
        if (now - _swept > TimeSpan.FromHours(1))
        {
            _swept = now;
            foreach (var (old, at) in _seen.Where(s => now - s.Value > Kept))
            {
                _seen.TryRemove(old, out _);
            }
        }
    }

    /// <summary>How long nobody has done anything in it.</summary>
    public TimeSpan IdleFor(string session) => time.GetUtcNow() - _seen.GetOrAdd(session, _ => time.GetUtcNow());
}
