using Portal.Domain.Cases;
using Portal.Domain.FollowUps;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.Areas;

/// <summary>
/// What brought somebody of a group and an area together, and when: what counts as a visit or a contact is said here and nowhere else.
/// Days only, without what it was about.
/// </summary>
public static class AreaEvents
{
    /// <summary>Trips or meetings from the moment that they began; what was called off is none.</summary>
    /// <param name="from">Included.</param>
    /// <param name="until">Not included.</param>
    public static IQueryable<AreaEvent> Engagements(
        PortalDbContext db, EngagementKind kind, IReadOnlyCollection<string> areaIds, DateTime from, DateTime until) =>
        db.Set<CaseArea>().Where(a => areaIds.Contains(a.AreaId)).Join(
            db.Cases.Where(c => c.Engagement == kind && c.BeganAt != null && c.BeganAt >= from && c.BeganAt < until && !c.IsCalledOff),
            a => a.CaseId, c => c.Id, (a, c) => new AreaEvent { AreaId = a.AreaId, At = c.BeganAt!.Value });

    /// <summary>Contacts that were noted (Đ9.1), but for those taken back.</summary>
    /// <param name="from">Included.</param>
    /// <param name="until">Not included.</param>
    public static IQueryable<AreaEvent> Contacts(
        PortalDbContext db, IReadOnlyCollection<string> areaIds, DateTime from, DateTime until) =>
        db.ContactLogs
            .Where(c => areaIds.Contains(c.AreaId) && c.At >= from && c.At < until && c.State != FollowedState.Cancelled)
            .Select(c => new AreaEvent { AreaId = c.AreaId, At = c.At });
}
