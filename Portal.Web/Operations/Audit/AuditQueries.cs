using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Operations.Audit;

/// <summary>
/// X-04 on screen. Everybody sees the own acts; the head, auditors and administrators see all (section 13). Entries carry no content.
/// </summary>
public sealed class AuditQueries(PortalOperations operations, TrailKeys keys, TrailAnchors anchors)
{
    /// <summary>Kinds of acts, as they may be picked.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "Absence", "Account", "AreaBoard", "AreaReport", "Audit", "Backup", "Calendar", "Case", "Contact", "Definition", "Delegation",
        "Draft", "File",
        "Guidance", "Incident", "Item", "Opinion", "Organisation", "Question", "Schedule", "Setting", "Task", "TripPlan",
        "UninvitedMeeting",
    ];

    /// <summary>A kind of its own: who has read or taken away what is Restricted, and who has taken this trail away.</summary>
    public const string Readings = "Reading";

    /// <summary>Rows of one export; whoever wants more narrows by day.</summary>
    public const int MaxExported = 100_000;

    // Longer than any case number and any person's id.
    private const int MaxName = 40;

    private static readonly string[] ReadingActs =
    [
        "Case.RestrictedRead", "Case.Exported", "File.RestrictedRead", "Item.RestrictedRead", "Item.Exported", "Audit.Exported",
        "Contact.RestrictedRead", "Contact.Exported", "Guidance.RestrictedRead", "Guidance.Exported",
        "UninvitedMeeting.RestrictedRead", "UninvitedMeeting.Exported",
    ];

    public async Task<bool> SeesAllAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return context.Directory.Head(context.Today) == actor.PersonId
            || new[] { Role.SystemAdministrator, Role.Auditor }.Any(r => context.Directory.HasRole(actor.PersonId, r, context.Today));
    }

    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, CancellationToken cancellation = default)
    {
        var person = await WhoseAsync(actor, filter, cancellation);
        return await operations.ReadAsync(async db =>
        {
            var query = Narrow(db, filter, person);
            var size = Paging.Size(filter.PageSize, 200);
            var total = await query.CountAsync(cancellation);
            return new Page<AuditRow>(
                await Rows(db, Sorted(query, filter)).Skip(Paging.Before(filter.Page, size)).Take(size).ToListAsync(cancellation), total);
        }, cancellation);
    }

    /// <summary>
    /// The rows of the filter for a file, newest first, up to <see cref="MaxExported"/>; that they were taken away is recorded first.
    /// </summary>
    public async Task<Result<List<AuditRow>>> ExportAsync(Actor actor, AuditFilter filter, CancellationToken cancellation = default)
    {
        var person = await WhoseAsync(actor, filter, cancellation);
        filter = filter with
        {
            Kind = filter.Kind == Readings || Kinds.Contains(filter.Kind) ? filter.Kind : "",
            CaseNumber = Short(filter.CaseNumber),
        };
        var recorded = await operations.RunAsync(actor, o =>
        {
            o.Audit(
                "Audit.Exported",
                filter.CaseNumber,
                string.Join(
                    ' ',
                    new[]
                    {
                        filter.Kind,
                        person,
                        $"{filter.From:yyyy-MM-dd}",
                        $"{filter.To:yyyy-MM-dd}",
                    }.Where(t => t is { Length: > 0 })));
            return Task.FromResult(Result.Ok);
        }, cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        return await operations.ReadAsync(
            db => Rows(db, Sorted(Narrow(db, filter, person), filter)).Take(MaxExported).ToListAsync(cancellation), cancellation);
    }

    // The person asked for; one's own for those who see no others; null for all.
    private async Task<string?> WhoseAsync(Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        if (!await SeesAllAsync(actor, cancellation))
        {
            return actor.PersonId;
        }

        return filter.PersonId.Length > 0 ? Short(filter.PersonId) : null;
    }

    // What came in an address goes into the trail no longer than what it names.
    private static string Short(string text) => text.Length > MaxName ? text[..MaxName] : text;

    private static IQueryable<AuditEntry> Narrow(PortalDbContext db, AuditFilter filter, string? person)
    {
        var query = db.AuditEntries.AsQueryable();
        if (person is not null)
        {
            query = query.Where(a => a.PersonId == person);
        }

        if (filter.Kind == Readings)
        {
            query = query.Where(a => ReadingActs.Contains(a.Act));
        }
        else if (filter.Kind.Length > 0)
        {
            var kind = filter.Kind + ".";
            query = query.Where(a => a.Act.StartsWith(kind));
        }

        if (filter.CaseNumber.Length > 0)
        {
            query = query.Where(a => a.CaseId == db.Cases.Where(c => c.Number == filter.CaseNumber)
                .Select(c => (Guid?)c.Id)
                .FirstOrDefault());
        }

        if (filter.From is { } from)
        {
            var begin = VietnamTime.StartOf(from);
            query = query.Where(a => a.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = VietnamTime.EndOf(to);
            query = query.Where(a => a.At < end);
        }

        return query;
    }

    private static IQueryable<AuditEntry> Sorted(IQueryable<AuditEntry> entries, AuditFilter filter) => filter.Sort == AuditSort.Person
        ? entries.By(a => a.PersonId, filter.IsDescending).ThenBy(a => a.At, filter.IsDescending)
        : entries.By(a => a.Sequence, filter.IsDescending);

    // What an export was for stood here once; it may name people whom not all who read the trail may read of.
    private static IQueryable<AuditRow> Rows(PortalDbContext db, IQueryable<AuditEntry> query) => query
        .Select(a => new AuditRow(
            a.Sequence,
            a.At,
            a.PersonId,
            a.ActingForId,
            a.Act,
            db.Cases.Where(c => c.Id == a.CaseId).Select(c => c.Number).FirstOrDefault(),
            db.Cases.Where(c => c.Id == a.CaseId).Select(c => c.ProcessKey).FirstOrDefault(), a.Subject,
            a.Details,
            a.Act == "Case.Exported" ? "" : a.Reason));

    /// <summary>The lines to be kept outside, newest last; only for those who see all of the trail.</summary>
    public async Task<Result<List<TrailAnchor>>> AnchorsAsync(Actor actor, CancellationToken cancellation = default) =>
        await SeesAllAsync(actor, cancellation) ? anchors.All() : Refusal.Forbidden;

    /// <summary>
    /// Goes through the whole chain, by the key, the head and every line that was noted of it; only for those who see all of it.
    /// </summary>
    /// <param name="line">A line that was kept outside, to go by it too; null for none.</param>
    public async Task<Result<ChainReport>> VerifyAsync(Actor actor, string? line = null, CancellationToken cancellation = default)
    {
        if (!await SeesAllAsync(actor, cancellation))
        {
            return Refusal.Forbidden;
        }

        var known = TrailAnchor.InForce(anchors.All());
        if (!string.IsNullOrWhiteSpace(line))
        {
            if (TrailAnchor.Parse(line) is not { Sequence: > 0 } kept)
            {
                return AuditRefusals.NoAnchor;
            }

            known = [.. known.Append(kept).OrderBy(a => a.Sequence)];
        }

        return await operations.ReadAsync(db => VerifyAsync(db, keys, known, cancellation), cancellation);
    }

    /// <summary>The trail of a database by its own key and the lines that hold of it.</summary>
    internal static async Task<Result<ChainReport>> VerifyAsync(
        PortalDbContext db, TrailKeys keys, IReadOnlyList<TrailAnchor> known, CancellationToken cancellation)
    {
        TrailKey? key;
        try
        {
            key = await keys.FindAsync(db, cancellation);
        }
        catch (CryptographicException)
        {
            return AuditRefusals.WrongKeys;
        }

        return key is null
            ? AuditRefusals.NoKey
            : await AuditChain.VerifyAsync(
                db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable(),
                await db.TrailHeads.AsNoTracking().FirstOrDefaultAsync(cancellation),
                key,
                known,
                cancellation);
    }
}
