using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Areas;

/// <summary>
/// RP-11: areas without contact (Đ9.1) or visit for longer than the parameters say, as things stood at the end of a day. For who watches
/// them, is in charge of them, or is the head. Days only: what a contact was about is read in its register.
/// </summary>
public sealed class QuietAreas(PortalOperations operations)
{
    /// <param name="date">Null for today.</param>
    /// <param name="groupId">Empty for all groups.</param>
    /// <param name="onlyStale">Without those that somebody was in contact with and visited in time.</param>
    /// <returns>The longest without contact first.</returns>
    public async Task<IReadOnlyList<QuietArea>> ListAsync(
        Actor actor, DateOnly? date, string groupId, bool onlyStale, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (directory, day) = (context.Directory, date ?? context.Today);
        var scope = AccessScope.Of(actor.PersonId, directory, context.Today);
        var areas = (scope.IsHead ? directory.Data.Areas.Select(a => a.Id) : scope.AreaIds)
            .Select(a => (Id: a, Group: directory.GroupOfArea(a, day)))
            .Where(a => a.Group is not null && directory.Area(a.Id)?.IsValidOn(day) == true)
            .Where(a => groupId.Length == 0 || a.Group == groupId)
            .ToList();
        var asked = directory.WithPredecessors(areas.Select(a => a.Id)).ToList();
        var until = VietnamTime.EndOf(day);
        var (contacts, visits) = await operations.ReadAsync(
            async db => (
                await LastAsync(AreaEvents.Contacts(db, asked, DateTime.MinValue, until), cancellation),
                await LastAsync(AreaEvents.Engagements(db, EngagementKind.Trip, asked, DateTime.MinValue, until), cancellation)),
            cancellation);
        return
        [
            .. areas.Select(a => Of(a.Id, a.Group!, contacts, visits, day, context))
                .Where(a => !onlyStale || a.IsContactStale || a.IsVisitStale)
                .OrderBy(a => a.LastContact ?? DateOnly.MinValue)
                .ThenBy(a => a.LastVisit ?? DateOnly.MinValue)
                .ThenBy(a => directory.AreaName(a.AreaId), VietnameseText.Comparer),
        ];
    }

    private static QuietArea Of(
        string areaId, string groupId, Dictionary<string, DateTime> contacts, Dictionary<string, DateTime> visits, DateOnly day,
        CaseContext context)
    {
        var all = context.Directory.WithPredecessors([areaId]);
        DateOnly? Last(Dictionary<string, DateTime> found) =>
            all.Where(found.ContainsKey).Select(a => (DateTime?)found[a]).Max() is { } at ? VietnamTime.DayOf(at) : null;
        bool IsStale(DateOnly? last, string parameter) => !(QuietArea.Since(last, day) <= context.Settings.Int(parameter));
        var (contact, visit) = (Last(contacts), Last(visits));
        return new QuietArea(
            areaId, groupId, context.Directory.LeaderInCharge(areaId, groupId, day), contact, visit,
            IsStale(contact, "Contact.StaleDays"), IsStale(visit, "Coverage.StaleDays"));
    }

    private static Task<Dictionary<string, DateTime>> LastAsync(IQueryable<AreaEvent> events, CancellationToken cancellation) =>
        events.GroupBy(e => e.AreaId)
            .Select(g => new { g.Key, At = g.Max(e => e.At) })
            .ToDictionaryAsync(e => e.Key, e => e.At, cancellation);
}
