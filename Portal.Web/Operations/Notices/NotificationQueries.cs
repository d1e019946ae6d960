using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Notices;

/// <summary>One's own notices, and how one wants to be told of them.</summary>
public sealed class NotificationQueries(PortalOperations operations)
{
    private static readonly EmailAddressAttribute AddressRule = new();

    public Task<int> CountUnreadAsync(Actor actor) =>
        operations.ReadAsync(db => db.Notifications.CountAsync(n => n.PersonId == actor.PersonId && n.ReadAt == null));

    /// <param name="page">From 0.</param>
    public Task<Page<Notification>> ListAsync(Actor actor, bool unreadOnly, int page, int size) => operations.ReadAsync(async db =>
    {
        var mine = db.Notifications.Where(n => n.PersonId == actor.PersonId && (!unreadOnly || n.ReadAt == null));
        return new Page<Notification>(
            await mine.OrderByDescending(n => n.At).Skip(Paging.Before(page, size)).Take(Math.Clamp(size, 1, 100)).ToListAsync(),
            await mine.CountAsync());
    });

    /// <summary>Case numbers for links; a notice stays readable when its case may no longer be.</summary>
    public Task<Dictionary<Guid, string>> NumbersAsync(IEnumerable<Guid> caseIds)
    {
        var ids = caseIds.Distinct().ToList();
        return operations.ReadAsync(db => db.Cases.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number));
    }

    /// <param name="only">These only; null for all.</param>
    public Task<Result> MarkReadAsync(Actor actor, IReadOnlyCollection<Guid>? only = null) => operations.RunAsync(actor, async o =>
    {
        foreach (var notice in await o.Db.Notifications.Where(n => n.PersonId == actor.PersonId
            && n.ReadAt == null
            && (only == null || only.Contains(n.Id))).ToListAsync())
        {
            notice.MarkRead(o.Context.Now);
        }

        o.Store.Touch(Guid.Empty, [actor.PersonId]);
        return Result.Ok;
    });

    public Task<MailChoices> ChoicesAsync(Actor actor) => operations.ReadAsync(async db =>
    {
        var address = await db.Users.Where(u => u.PersonId == actor.PersonId).Select(u => u.Email).FirstOrDefaultAsync();
        var chosen = await db.NotificationChoices.Where(c => c.PersonId == actor.PersonId).ToDictionaryAsync(c => c.Class, c => c.Timing);
        return new MailChoices(
            address ?? "",
            Enum.GetValues<NotificationClass>().ToDictionary(c => c, c => chosen.GetValueOrDefault(c, NotificationChoice.Default(c))));
    });

    /// <summary>What is urgent is always told at once; everything else as chosen.</summary>
    public Task<Result> ChooseAsync(Actor actor, MailChoices choices) => operations.RunAsync(actor, async o =>
    {
        var address = choices.Address.Trim();
        if (address.Length > 0 && (address.Length > 200 || !AddressRule.IsValid(address)))
        {
            return Refusal.Invalid([new FieldError("address", "Notice.BadAddress")]);
        }

        if (await o.Db.Users.FirstOrDefaultAsync(u => u.PersonId == actor.PersonId) is not { } account)
        {
            return Refusal.NotFound;
        }

        (account.Email, account.NormalizedEmail) = address.Length == 0 ? (null, null) : (address, address.ToUpperInvariant());
        var stored = await o.Db.NotificationChoices.Where(c => c.PersonId == actor.PersonId).ToDictionaryAsync(c => c.Class);
        foreach (var (of, timing) in choices.Timings.Where(c => c.Key != NotificationClass.Urgent))
        {
            if (stored.TryGetValue(of, out var choice))
            {
                choice.Timing = timing;
            }
            else
            {
                o.Db.NotificationChoices.Add(new NotificationChoice { PersonId = actor.PersonId, Class = of, Timing = timing });
            }
        }

        o.Audit("Account.MailChosen", actor.PersonId);
        return Result.Ok;
    });
}
