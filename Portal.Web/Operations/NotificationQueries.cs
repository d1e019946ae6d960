using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations;

/// <summary>One's own notices.</summary>
public sealed class NotificationQueries(PortalOperations operations)
{
    public Task<int> CountUnreadAsync(Actor actor) =>
        operations.ReadAsync(db => db.Notifications.CountAsync(n => n.PersonId == actor.PersonId && n.ReadAt == null));

    public Task<List<Notification>> LatestAsync(Actor actor, int max) =>
        operations.ReadAsync(db => db.Notifications.Where(n => n.PersonId == actor.PersonId).OrderByDescending(n => n.At).Take(max).ToListAsync());

    /// <summary>Case numbers for links; a notice stays readable when its case may no longer be.</summary>
    public Task<Dictionary<Guid, string>> NumbersAsync(IEnumerable<Guid> caseIds)
    {
        var ids = caseIds.Distinct().ToList();
        return operations.ReadAsync(db => db.Cases.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number));
    }

    public Task<Result> MarkAllReadAsync(Actor actor) => operations.RunAsync(actor, async o =>
    {
        foreach (var notice in await o.Db.Notifications.Where(n => n.PersonId == actor.PersonId && n.ReadAt == null).ToListAsync())
        {
            notice.MarkRead(o.Context.Now);
        }

        o.Store.Touch(Guid.Empty, [actor.PersonId]);
        return Result.Ok;
    });
}
