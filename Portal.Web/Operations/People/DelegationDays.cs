using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Processes;

namespace Portal.Web.Operations.People;

/// <summary>X-09: on the day on which a delegation begins, and on the day after its last, both sides are told; once.</summary>
public sealed class DelegationDays(PortalOperations operations) : IDailyWork
{
    public string Name => "Delegations that begin and end";

    public TimeOnly NotBefore => new(7, 0);

    public async Task<int> RunAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var (today, yesterday) = (context.Today, context.Today.AddDays(-1));
        DelegationGrant[] due =
        [
            .. context.Directory.Data.Delegations
                .Where(d => d is { AcceptedAt: not null, RevokedAt: null } && (d.ValidFrom == today || d.ValidTo == yesterday)),
        ];
        if (due.Length == 0)
        {
            return 0;
        }

        var told = 0;
        await operations.RunAsync(Actor.System, async o =>
        {
            var since = VietnamTime.StartOf(today);
            var before = await o.Db.Notifications.Where(n => n.Kind == NotificationKind.Delegation && n.At >= since)
                .Select(n => new { n.PersonId, n.Text })
                .ToListAsync(cancellation);
            foreach (var grant in due)
            {
                var word = LocalText.Of(grant.ValidFrom == today ? "Delegation.BeginsToday" : "Delegation.HasEnded");
                var text = LocalText.Join(word, TextOf(grant, o.Context));
                foreach (var person in new[] { grant.PrincipalId, grant.DelegateId }
                    .Where(p => !before.Exists(n => n.PersonId == p && n.Text == text)))
                {
                    o.Db.Notifications.Add(new Notification
                    {
                        PersonId = person,
                        Kind = NotificationKind.Delegation,
                        Text = text,
                        At = o.Context.Now,
                    });
                    o.Store.Touch(Guid.Empty, [person]);
                    told++;
                }
            }

            return Result.Ok;
        }, at, cancellation);
        return told;
    }

    /// <summary>Who stands in for whom, and when.</summary>
    internal static LocalText TextOf(DelegationGrant grant, CaseContext context) => LocalText.Typed(
        $"{context.Directory.NameOf(grant.PrincipalId)} → {context.Directory.NameOf(grant.DelegateId)}, {PeriodOf(grant)}");

    internal static string PeriodOf(IEffectiveDated dated) =>
        string.Create(CultureInfo.InvariantCulture, $"{dated.ValidFrom:dd/MM/yyyy}–{dated.ValidTo:dd/MM/yyyy}");
}
