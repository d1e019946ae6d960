using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations;

/// <summary>Keeps <see cref="ReferenceData"/> until something of it is changed; then it is read anew.</summary>
public sealed class ReferenceCache(ContextPool contexts) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Loaded? _loaded;
    private volatile int _version;

    // Data read before a change must never be kept as if it had been read after it, even when both happen at once.
    private sealed record Loaded(ReferenceData Data, int Version);

    private ReferenceData? Known => _loaded is { } loaded && loaded.Version == _version ? loaded.Data : null;

    public async ValueTask<ReferenceData> GetAsync(CancellationToken cancellation = default)
    {
        if (Known is { } known)
        {
            return known;
        }

        await _loading.WaitAsync(cancellation);
        try
        {
            // What was changed while it was read is read again: an ended delegation must not live on in the cache.
            while (true)
            {
                if (Known is { } current)
                {
                    return current;
                }

                var version = Version;
                _loaded = new Loaded(await LoadAsync(cancellation), version);
            }
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Grows with each change.</summary>
    public int Version => _version;

    /// <summary>Called after a commit that changed any of it.</summary>
    public void Invalidate() => Interlocked.Increment(ref _version);

    public void Dispose() => _loading.Dispose();

    private async Task<ReferenceData> LoadAsync(CancellationToken cancellation)
    {
        await using var lease = await contexts.RentReaderAsync(cancellation);
        var db = lease.Db;
        var rows = new DirectoryData
        {
            Departments = await db.Departments.ToListAsync(cancellation),
            Staff = await db.Staff.ToListAsync(cancellation),
            Roles = await db.RoleGrants.ToListAsync(cancellation),
            Leaders = await db.Leaders.ToListAsync(cancellation),
            Portfolios = await db.Portfolios.ToListAsync(cancellation),
            Absences = await db.Absences.Where(a => a.WithdrawnAt == null).ToListAsync(cancellation),
            Delegations = await db.Delegations.ToListAsync(cancellation),
            MeetingTypes = await db.MeetingTypes.OrderBy(t => t.Order).ToListAsync(cancellation),
            Kinds = await db.AreaKinds.ToListAsync(cancellation),
            Areas = await db.Areas.ToListAsync(cancellation),
            Lineage = await db.AreaLineage.ToListAsync(cancellation),
            Contacts = await db.AreaContacts.Where(c => c.EndedOn == null).ToListAsync(cancellation),
            SubUnits = await db.SubUnits.Where(u => u.EndedOn == null).OrderBy(u => u.Name).ToListAsync(cancellation),
            Decisions = await db.AssignmentDecisions.ToListAsync(cancellation),
            Groups = await db.Groups.ToListAsync(cancellation),
            Memberships = await db.Memberships.ToListAsync(cancellation),
            Assignments = await db.AreaAssignments.ToListAsync(cancellation),
        };
        var calendar = new WorkCalendar(await db.CalendarDays.ToListAsync(cancellation));
        var settings = new PortalSettings(await db.Settings.ToDictionaryAsync(s => s.Key, s => s.Value, cancellation));
        var regulation = await db.Regulations.Include(r => r.Clauses.OrderBy(c => c.Order))
            .FirstOrDefaultAsync(r => r.InForce, cancellation);
        var own = await db.DefinitionVersions.Where(v => v.DefinitionId.StartsWith(OwnProcess.Prefix) && v.PublishedAt != null)
            .OrderBy(v => v.Version)
            .Select(v => new { v.DefinitionId, v.Name })
            .ToListAsync(cancellation);
        return new ReferenceData(
            new OrganisationDirectory(rows), calendar, settings, regulation?.Clauses.ToDictionary(c => c.Code) ?? [], regulation)
        {
            OwnProcesses = own.GroupBy(v => v.DefinitionId).ToDictionary(g => g.Key, g => g.Last().Name),
        };
    }
}
