using System.Globalization;
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
/// area, never what for; the secret itself is not kept, only its hash. As long as nothing changes it is the same byte for byte
/// throughout a day; what was called off stays in it as such, so that calendars that know of it are told (RFC 5545, 5546).
/// </summary>
public sealed class CalendarFeeds(PortalOperations operations, Schedule schedule, TextCatalogue texts)
{
    private const int DaysBack = 31;
    private const int DaysAhead = 180;

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
            actor,
            new CalendarFilter(PersonId: account.PersonId, WithCalledOff: true),
            VietnamTime.StartOf(context.Today.AddDays(-DaysBack)),
            VietnamTime.StartOf(context.Today.AddDays(DaysAhead)),
            cancellation);
        var calendar = new Ical.Net.Calendar { ProductId = "-//Portal//Ban To chuc Tinh uy//VI", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", texts.Vietnamese["Calendar.Title"]);
        calendar.Events.AddRange(entries.Select(e => EventOf(e, string.Join(", ", e.AreaIds.Select(context.Directory.AreaName)))));
        return new CalendarSerializer().SerializeToString(calendar);
    }

    // What is only planned has days and no hours, and takes nobody's time yet.
    private CalendarEvent EventOf(CalendarEntry entry, string areas)
    {
        var kind = texts.Vietnamese[$"Calendar.{entry.Kind}"];
        var name = entry.IsPlanned ? string.Format(CultureInfo.InvariantCulture, texts.Vietnamese["Calendar.PlannedOf"], kind) : kind;
        var (first, last) = (VietnamTime.DayOf(entry.From), VietnamTime.DayOf(entry.To));
        return new CalendarEvent
        {
            Uid = $"{entry.Id:N}@portal",
            DtStamp = new CalDateTime(entry.ChangedAt, "UTC"),
            LastModified = new CalDateTime(entry.ChangedAt, "UTC"),
            Sequence = entry.Version,
            Status = StatusOf(entry),
            Transparency = entry.IsPlanned || entry.IsCalledOff ? "TRANSPARENT" : "OPAQUE",
            Start = entry.IsPlanned ? new CalDateTime(first) : new CalDateTime(entry.From, "UTC"),
            End = entry.IsPlanned ? new CalDateTime(last.AddDays(1)) : new CalDateTime(entry.To, "UTC"),
            Summary = $"{name}: {areas}",
            Description = entry.Number,
        };
    }

    private static string StatusOf(CalendarEntry entry)
    {
        var standing = entry.IsPlanned ? "TENTATIVE" : "CONFIRMED";
        return entry.IsCalledOff ? "CANCELLED" : standing;
    }

    private static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
