using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Texts;

namespace Portal.Web.Operations.Calendar;

/// <summary>
/// A person's own trips and meetings for a calendar program, at a secret address that can be called in. The feed says when and in which
/// area, never what for (X-02); the secret itself is not kept, only its hash.
/// </summary>
public sealed class CalendarFeeds(PortalOperations operations, Schedule schedule, TextCatalogue texts)
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(31);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(180);

    public Task<bool> ExistsAsync(Actor actor, CancellationToken cancellation = default) =>
        operations.ReadAsync(
            db => db.Users.AnyAsync(u => u.PersonId == actor.PersonId && u.FeedTokenHash != null, cancellation), cancellation);

    /// <summary>Makes a new address; one that there was before no longer works.</summary>
    /// <returns>The secret; it is shown this once.</returns>
    public Task<Result<string>> MakeAsync(Actor actor, CancellationToken cancellation = default) =>
        operations.RunAsync<string>(actor, async o =>
        {
            if (await o.Db.Users.FirstOrDefaultAsync(u => u.PersonId == actor.PersonId, cancellation) is not { } account)
            {
                return Refusal.NotFound;
            }

            var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(24)).ToLowerInvariant();
            account.FeedTokenHash = HashOf(secret);
            o.Audit("Account.FeedMade", actor.PersonId);
            return secret;
        }, cancellation: cancellation);

    public Task<Result> RevokeAsync(Actor actor, CancellationToken cancellation = default) => operations.RunAsync(actor, async o =>
    {
        if (await o.Db.Users.FirstOrDefaultAsync(u => u.PersonId == actor.PersonId && u.FeedTokenHash != null, cancellation) is { } account)
        {
            account.FeedTokenHash = null;
            o.Audit("Account.FeedRevoked", actor.PersonId);
        }

        return Result.Ok;
    }, cancellation: cancellation);

    /// <summary>
    /// The feed behind a secret; null where it opens nothing: never made, called in, its account locked or its person gone.
    /// </summary>
    public async Task<string?> ReadAsync(string secret, CancellationToken cancellation = default)
    {
        var hash = HashOf(secret);
        var account = await operations.ReadAsync(
            db => db.Users.Where(u => u.FeedTokenHash == hash)
                .Select(u => new { u.PersonId, u.LockoutEnd })
                .FirstOrDefaultAsync(cancellation),
            cancellation);
        if (account is null)
        {
            return null;
        }

        var actor = new Actor(account.PersonId, account.PersonId);
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (account.LockoutEnd > new DateTimeOffset(context.Now)
            || context.Directory.Person(account.PersonId)?.IsValidOn(context.Today) != true)
        {
            return null;
        }

        var entries = await schedule.CalendarAsync(
            actor, new CalendarFilter(PersonId: account.PersonId), context.Now - Back, context.Now + Ahead, cancellation);
        var calendar = new Ical.Net.Calendar { ProductId = "-//Portal//Ban To chuc Tinh uy//VI" };
        foreach (var entry in entries)
        {
            var areas = string.Join(", ", entry.AreaIds.Select(context.Directory.AreaName));
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{entry.CaseId:N}@portal",
                DtStamp = new CalDateTime(context.Now, "UTC"),
                Start = new CalDateTime(entry.From, "UTC"),
                End = new CalDateTime(entry.To, "UTC"),
                Summary = $"{texts.Vietnamese[$"Calendar.{entry.Kind}"]}: {areas}",
                Description = entry.Number,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar);
    }

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
