using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Areas;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// R-ORG-06, R-ORG-07, Đ2.3: what a leader approves, by what is changed and not by the way it comes: who watches an area that there is,
/// who is in a group that there is, who is in charge, who leads, and the end of an area or a group. New areas and groups come with their
/// people.
/// </summary>
internal static class LeadersMatters
{
    /// <summary>Whether what is about to be stored has any of it.</summary>
    public static bool AreIn(PortalDbContext db)
    {
        var changes = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        var made = changes.Where(e => e is { State: EntityState.Added, Entity: MonitoredArea or MonitoringGroup })
            .Select(e => e.Entity is MonitoredArea area ? area.Id : ((MonitoringGroup)e.Entity).Id)
            .ToHashSet(StringComparer.Ordinal);
        return changes.Exists(e => IsOne(e, made));
    }

    private static bool IsOne(EntityEntry entry, HashSet<string> made) => entry.Entity switch
    {
        CommitteeLeader or RoleGrant { Role: Role.HeadOfCommittee or Role.DeputyHead } => true,
        AreaAssignment or GroupMembership or LeaderPortfolio or AreaLineage when entry.State != EntityState.Added => true,
        AreaAssignment added => !made.Contains(added.AreaId),
        GroupMembership added => !made.Contains(added.GroupId),
        LeaderPortfolio added => !made.Contains(added.AreaId ?? added.GroupId ?? ""),
        AreaLineage added => !made.Contains(added.SuccessorId),
        MonitoredArea or MonitoringGroup =>
            entry.State == EntityState.Deleted
            || (entry.State == EntityState.Modified && entry.Property(nameof(MonitoredArea.ValidTo)).IsModified),
        _ => false,
    };
}
