using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Operations.FollowUps;

/// <summary>Registers of what was noted and is followed up, as one person may see them.</summary>
public sealed class FollowUpQueries(PortalOperations operations, IEnumerable<IFollowedSource> sources)
{
    public const int PageSize = 25;

    /// <summary>Rows of one export; the oldest are left out where there are more.</summary>
    public const int MaxExported = 10_000;

    public IFollowedSource Source(FollowedKind kind) => sources.First(s => s.Kind == kind);

    /// <summary>Whom the group knows at its areas (Đ9.1), to be taken over at one press.</summary>
    public static IReadOnlyList<FormSuggestion> Suggestions(CaseContext context, IReadOnlyCollection<string> areaIds) =>
    [
        .. context.Directory.Data.Contacts.Where(c => areaIds.Contains(c.AreaId)).Select(c => new FormSuggestion(
            "contactPerson", $"{c.FullName} – {c.Position}",
            new Dictionary<string, string> { ["contactPerson"] = c.FullName, ["position"] = c.Position }, ("areaId", c.AreaId))),
    ];

    public async Task<Page<FollowedRow>> ListAsync(
        Actor actor, FollowedKind kind, FollowedFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync(db => Source(kind).ListAsync(db, filter, context, cancellation), cancellation);
    }

    /// <summary>How many records of each register the person's groups have to see to by today; none of a register without any.</summary>
    public async Task<IReadOnlyDictionary<FollowedKind, int>> DueAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var due = new Dictionary<FollowedKind, int>();
        foreach (var group in context.Directory.GroupsOf(actor.PersonId, context.Today))
        {
            var filter = new FollowedFilter { GroupId = group, Progress = FollowedProgress.Due };
            foreach (var source in sources)
            {
                var count = await operations.ReadAsync(db => source.CountAsync(db, filter, context, cancellation), cancellation);
                if (count > 0)
                {
                    due[source.Kind] = due.GetValueOrDefault(source.Kind) + count;
                }
            }
        }

        return due;
    }

    /// <summary>
    /// Rows for a file, up to <see cref="MaxExported"/>, without what is Restricted; that they were taken away is recorded first.
    /// </summary>
    public async Task<Result<IReadOnlyList<FollowedRow>>> ExportAsync(
        Actor actor, FollowedKind kind, FollowedFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, $"{kind}.Exported", filter.AreaId, $"{filter.Progress}", cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync<Result<IReadOnlyList<FollowedRow>>>(
            async db => await Source(kind).ExportAsync(db, filter, MaxExported, context, cancellation), cancellation);
    }

    /// <summary>One record; that a Restricted one was read is recorded. Not found for who may not read it.</summary>
    public async Task<Result<FollowedView>> FindAsync(Actor actor, FollowedKind kind, Guid id, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var (record, number) = await operations.ReadAsync(async db =>
        {
            var found = await Source(kind).FindAsync(db, id, scope, cancellation);
            return (found, found?.SourceCaseId is { } source
                ? await db.Cases.Where(CaseAccess.Title(scope)).Where(c => c.Id == source).Select(c => c.Number)
                    .FirstOrDefaultAsync(cancellation)
                : null);
        }, cancellation);
        if (record is null)
        {
            return Refusal.NotFound;
        }

        if (record.Sensitivity != Sensitivity.Normal)
        {
            var recorded = await operations.RecordAsync(actor, $"{kind}.RestrictedRead", id.ToString(), cancellation: cancellation);
            if (!recorded.IsSuccess)
            {
                return recorded.Refusal;
            }
        }

        FollowUpAct[] acts = [.. Enum.GetValues<FollowUpAct>()
            .Where(a => record.WhyNot(a, FollowUpActs.ActingOn(record, a, context)) is null)];
        return new FollowedView(
            record, Source(kind).RowOf(record), acts, number,
            acts.Select(a => FollowUpActs.ActingOn(record, a, context).ActingForId).FirstOrDefault(a => a is not null));
    }
}
