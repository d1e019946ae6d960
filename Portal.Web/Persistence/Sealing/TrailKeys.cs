using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Cases;

namespace Portal.Web.Persistence.Sealing;

/// <summary>
/// The key that the trail is signed with. It lies in the database, sealed by the keys that lie apart, under a purpose of its own:
/// nothing that the portal seals for people can be put in its place.
/// </summary>
public sealed class TrailKeys(IDataProtectionProvider provider)
{
    /// <summary>Setting that holds it.</summary>
    public const string Name = "Trail.Key";

    private readonly IDataProtector _protector = provider.CreateProtector("Portal.Trail.v1");

    /// <returns>Null where the database has none.</returns>
    /// <exception cref="CryptographicException">None of the keys opens it.</exception>
    public async Task<TrailKey?> FindAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        var stored = await db.Settings.AsNoTracking().Where(s => s.Key == Name).Select(s => s.Value).FirstOrDefaultAsync(cancellation);
        return stored is null ? null : Open(stored);
    }

    /// <summary>Makes the key of a database that has none, and signs how far its trail goes. The caller saves.</summary>
    public async Task MakeAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        var stored = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(TrailKey.Length)));
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(a => a.Sequence)
            .Select(a => new { a.Sequence, a.Hash }).FirstOrDefaultAsync(cancellation);
        db.Settings.Add(new Setting { Key = Name, Value = stored });
        db.TrailHeads.Add(TrailHead.At(last?.Sequence ?? 0, last?.Hash ?? "", Open(stored)));
    }

    /// <summary>Seals it anew, under the newest key. The caller saves.</summary>
    public async Task ResealAsync(PortalDbContext db, CancellationToken cancellation = default)
    {
        var setting = await db.Settings.FirstAsync(s => s.Key == Name, cancellation);
        setting.Value = _protector.Protect(_protector.Unprotect(setting.Value));
    }

    private TrailKey Open(string stored) => new(Convert.FromBase64String(_protector.Unprotect(stored)));
}
