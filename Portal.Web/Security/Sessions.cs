using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Security;

/// <summary>
/// The sessions of everybody (ASVS 7.5.2). When somebody last did something lives in memory: after a restart a session counts as just
/// used, and the cookie's own end still holds. What was ended stays ended.
/// </summary>
public sealed class Sessions(PortalOperations operations, SessionChanges changes, TimeProvider time)
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

    /// <summary>Somebody has signed in; the session that the browser had before is over.</summary>
    public Task BeginAsync(ClaimsPrincipal user, ClaimsPrincipal before, string stamp, string address, string browser)
    {
        if (user.FindFirstValue(PersonClaim.Session) is not { } id)
        {
            return Task.CompletedTask;
        }

        Touch(id);
        var actor = user.ToActor(address);
        var replaced = before.FindFirstValue(PersonClaim.Session);
        return operations.RunAsync(actor, async o =>
        {
            if (replaced is not null
                && await o.Db.SignInSessions.FirstOrDefaultAsync(s => s.Id == replaced
                    && s.PersonId == actor.PersonId
                    && s.EndedAt == null) is { } old)
            {
                old.EndedAt = o.Context.Now;
            }

            o.Db.SignInSessions.Add(new SignInSession
            {
                Id = id,
                PersonId = actor.PersonId,
                StartedAt = o.Context.Now,
                Address = address,
                Device = DeviceOf(browser),
                Stamp = stamp,
            });
            return Result.Ok;
        });
    }

    /// <summary>One's own sessions that are still good, the newest first.</summary>
    public async Task<IReadOnlyList<SessionRow>> MineAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (oldest, idle) = (
            context.Now.AddHours(-context.Settings.Int("Session.MaxHours")),
            TimeSpan.FromMinutes(context.Settings.Int("Session.IdleMinutes")));
        var rows = await operations.ReadAsync(
            db => db.SignInSessions.Where(s => s.PersonId == actor.PersonId
                && s.EndedAt == null
                && s.StartedAt > oldest
                && db.Users.Any(u => u.PersonId == s.PersonId && u.SecurityStamp == s.Stamp))
                .OrderByDescending(s => s.StartedAt).ToListAsync(cancellation), cancellation);
        return [.. rows.Select(s => new SessionRow(
            s.Id,
            s.Device,
            s.Address,
            s.StartedAt,
            _seen.TryGetValue(s.Id, out var at) ? at.UtcDateTime : null))
                .Where(s => s.UsedAt is not { } used || context.Now - used <= idle)];
    }

    /// <summary>Ends sessions of one's own; those of others are not found. Their open pages follow at once.</summary>
    /// <param name="act">What stands in the trail, together with it.</param>
    public async Task<Result> EndAsync(
        Actor actor, IReadOnlyCollection<string> ids, string act, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            var mine = await o.Db.SignInSessions.Where(s => s.PersonId == actor.PersonId && s.EndedAt == null && ids.Contains(s.Id))
                .ToListAsync(cancellation);
            if (mine.Count == 0)
            {
                return Refusal.NotFound;
            }

            foreach (var session in mine)
            {
                session.EndedAt = o.Context.Now;
            }

            o.Audit(act, "");

            return Result.Ok;
        }, cancellation: cancellation);
        if (done.IsSuccess)
        {
            changes.Tell(actor.PersonId);
        }

        return done;
    }

    /// <summary>Forgets what no cookie can name any more.</summary>
    public Task ForgetAsync(DateTime now, CancellationToken cancellation = default)
    {
        var gone = now - Kept;
        return operations.ForgetAsync(db => db.SignInSessions.Where(s => s.StartedAt <= gone).OrderBy(s => s.StartedAt), cancellation);
    }

    // Enough to tell one's own devices apart. The order matters: a browser also names the browsers it descends from.
    private static string DeviceOf(string browser)
    {
        string First(params (string Sign, string Name)[] known) =>
            Array.Find(known, k => browser.Contains(k.Sign, StringComparison.Ordinal)).Name ?? "";
        var program = First(
            ("Edg/", "Edge"),
            ("OPR/", "Opera"),
            ("coc_coc_browser/", "Cốc Cốc"),
            ("SamsungBrowser/", "Samsung Internet"),
            ("Firefox/", "Firefox"),
            ("Chrome/", "Chrome"),
            ("Safari/", "Safari"));
        var system = First(
            ("Windows", "Windows"),
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"),
            ("Linux", "Linux"));
        return string.Join(" · ", new[] { program, system }.Where(p => p.Length > 0));
    }
}
