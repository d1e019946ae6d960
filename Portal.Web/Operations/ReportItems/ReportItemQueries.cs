using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.ReportItems;

/// <summary>RP-03, sổ khó khăn, vướng mắc, đề xuất, kiến nghị, mô hình mới: items as one person may see them.</summary>
public sealed class ReportItemQueries(PortalOperations operations)
{
    public const int PageSize = 25;

    /// <summary>Rows of one export; the oldest are left out where there are more.</summary>
    public const int MaxExported = 10_000;

    private const int MostSimilar = 5;

    private const int MostCompared = 100;

    private static readonly Expression<Func<ReportItem, ReportItemRow>> Row = i => new ReportItemRow(
        i.Id, i.AreaId, i.GroupId, i.Kind, i.Domain, i.Level, i.Content, i.Direction, i.ReleasedTo, i.IsAnswered, i.State,
        i.Sensitivity != Sensitivity.Normal, i.CreatedAt);

    public async Task<Page<ReportItemRow>> ListAsync(Actor actor, ReportItemFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync(async db =>
        {
            var found = Found(db, filter, context);
            var rows = await Sorted(found, filter).Skip(Paging.Before(filter.Page, PageSize)).Take(PageSize).Select(Row)
                .ToListAsync(cancellation);
            return new Page<ReportItemRow>(rows.ConvertAll(Veiled), await found.CountAsync(cancellation));
        }, cancellation);
    }

    /// <summary>How many of the filter's items stand in each state, whatever state it asks for.</summary>
    public async Task<IReadOnlyDictionary<ReportItemState, int>> CountAsync(
        Actor actor, ReportItemFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync(
            async db => await Found(db, filter with { Progress = ReportItemProgress.All }, context)
                .GroupBy(i => i.State)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation),
            cancellation);
    }

    /// <summary>Items released to the person's department that wait for its answer.</summary>
    public async Task<int> AwaitedAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return context.Directory.Person(actor.PersonId)?.DepartmentId is not { } own ? 0 : await operations.ReadAsync(
            db => Found(db, new ReportItemFilter { DepartmentId = own, Progress = ReportItemProgress.Unanswered }, context)
                .CountAsync(cancellation),
            cancellation);
    }

    /// <summary>
    /// Rows for a file, the newest first, up to <see cref="MaxExported"/>, without what is Restricted; that they were taken away is
    /// recorded first.
    /// </summary>
    public async Task<Result<IReadOnlyList<ReportItemRow>>> ExportAsync(
        Actor actor, ReportItemFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, "Item.Exported", filter.AreaId, $"{filter.Progress}", cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return await operations.ReadAsync<Result<IReadOnlyList<ReportItemRow>>>(
            async db => await Sorted(Found(db, filter, context).Where(i => i.Sensitivity == Sensitivity.Normal), filter)
                .Take(MaxExported).Select(Row).ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>One item; that a Restricted one was read is recorded. Not found for who may not read it.</summary>
    public async Task<Result<ReportItemView>> FindAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var view = await operations.ReadAsync(async db =>
        {
            var readable = db.ReportItems.Where(ReportItemAccess.Readable(scope));
            return await readable.Include(i => i.History).FirstOrDefaultAsync(i => i.Id == id, cancellation) is { } item
                ? await ViewAsync(db, item, readable, scope, context, cancellation)
                : null;
        }, cancellation);
        if (view is null)
        {
            return Refusal.NotFound;
        }

        if (view.Item.Sensitivity == Sensitivity.Normal)
        {
            return view;
        }

        var recorded = await operations.RecordAsync(
            actor, "Item.RestrictedRead", id.ToString(), actingFor: ReadFor(scope, view.Item), cancellation: cancellation);
        return recorded.IsSuccess ? view : recorded.Refusal;
    }

    /// <summary>The item that a leader task was made of, for who may read it; null where there is none.</summary>
    public async Task<ReportItemRow?> OfTaskAsync(Actor actor, Guid taskId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var row = await operations.ReadAsync(
            db => db.ReportItemEntries.Where(h => h.OtherId == taskId && h.Act == ReportItemAct.Direct)
                .Join(db.ReportItems.Where(ReportItemAccess.Readable(scope)), h => h.ItemId, i => i.Id, (_, i) => i)
                .Select(Row)
                .FirstOrDefaultAsync(cancellation),
            cancellation);
        return row is null ? null : Veiled(row);
    }

    private static async Task<ReportItemView> ViewAsync(
        PortalDbContext db, ReportItem item, IQueryable<ReportItem> readable, AccessScope scope, CaseContext context,
        CancellationToken cancellation)
    {
        ReportItemAct[] acts =
            [.. ReportItemForms.Acts.Where(a => item.WhyNot(a, ReportItemActs.ActingOn(item, a, context)) is null)];
        Guid[] named = [.. item.History.Select(h => h.OtherId).Append(item.SourceCaseId).OfType<Guid>().Distinct()];
        var cases = await db.Cases.Where(CaseAccess.Title(scope)).Where(c => named.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
        var merged = await readable.Where(i => i.MergedIntoId == item.Id).Select(Row).ToListAsync(cancellation);
        var (id, area, sensitivity) = (item.Id, item.AreaId, item.Sensitivity);
        var others = acts.Contains(ReportItemAct.Merge)
            ? await readable.Where(ReportItemAccess.Open)
                .Where(i => i.AreaId == area && i.Id != id && i.Sensitivity == sensitivity)
                .OrderByDescending(i => i.CreatedAt)
                .Take(MostCompared)
                .Select(Row)
                .ToListAsync(cancellation)
            : [];
        return new ReportItemView(
            item, [.. item.History.OrderBy(h => h.At).ThenBy(h => h.Id)], acts, cases, merged, Likest(item, others),
            acts.Select(a => ReportItemActs.ActingOn(item, a, context).ActingForId).FirstOrDefault(a => a is not null));
    }

    // By the share of words that both have; the newest first of those alike.
    private static List<ReportItemRow> Likest(ReportItem item, IEnumerable<ReportItemRow> others)
    {
        var words = WordsOf(item.Content);
        double Share(ReportItemRow row)
        {
            var own = WordsOf(row.Content);
            return (double)own.Intersect(words).Count() / Math.Max(1, own.Union(words).Count());
        }

        return [.. others.OrderByDescending(Share).ThenByDescending(r => r.Kind == item.Kind).Take(MostSimilar).Select(Veiled)];
    }

    private static HashSet<string> WordsOf(string text) => [.. VietnameseText.QueryWords(text)];

    private static string? ReadFor(AccessScope scope, ReportItem item) =>
        ReportItemAccess.CanRead(scope with { Lent = [] }, item)
            ? null
            : scope.Lent.Where(l => ReportItemAccess.CanRead(l.Scope, item)).Select(l => l.Scope.PersonId).FirstOrDefault();

    private static IQueryable<ReportItem> Found(PortalDbContext db, ReportItemFilter filter, CaseContext context)
    {
        var scope = AccessScope.Of(context.Actor.PersonId, context.Directory, context.Today);
        var found = InProgress(db.ReportItems.Where(ReportItemAccess.Readable(scope)), filter.Progress);
        if (filter.AreaId.Length > 0)
        {
            var areas = context.Directory.WithPredecessors([filter.AreaId]).ToList();
            found = found.Where(i => areas.Contains(i.AreaId));
        }

        found = filter.GroupId.Length > 0 ? found.Where(i => i.GroupId == filter.GroupId) : found;
        found = filter.DepartmentId.Length > 0 ? found.Where(i => i.ReleasedTo == filter.DepartmentId) : found;
        found = filter.Domain.Length > 0 ? found.Where(i => i.Domain == filter.Domain) : found;
        found = filter.Kind is { } kind ? found.Where(i => i.Kind == kind) : found;
        found = filter.Level is { } level ? found.Where(i => i.Level == level) : found;
        var before = context.Now.AddDays(-Math.Max(0, filter.OlderThanDays));
        return filter.OlderThanDays > 0 ? found.Where(i => i.CreatedAt <= before) : found;
    }

    private static IQueryable<ReportItem> InProgress(IQueryable<ReportItem> items, ReportItemProgress progress)
    {
        if (progress == ReportItemProgress.All)
        {
            return items.Where(i => i.MergedIntoId == null);
        }

        if (progress == ReportItemProgress.Unanswered)
        {
            return items.Where(ReportItemAccess.Open).Where(i => i.ReleasedTo != null && !i.IsAnswered);
        }

        return Enum.TryParse<ReportItemState>(progress.ToString(), out var state)
            ? items.Where(i => i.State == state && i.MergedIntoId == null)
            : items.Where(ReportItemAccess.Open);
    }

    private static IQueryable<ReportItem> Sorted(IQueryable<ReportItem> items, ReportItemFilter filter) =>
        filter.Sort == ReportItemSort.Area
            ? items.By(i => i.AreaId, filter.IsDescending).ThenBy(i => i.CreatedAt, filter.IsDescending)
            : items.By(i => i.CreatedAt, filter.IsDescending).ThenBy(i => i.Id, filter.IsDescending);

    private static ReportItemRow Veiled(ReportItemRow row) => row.IsRestricted ? row with { Content = "", Direction = "" } : row;
}
