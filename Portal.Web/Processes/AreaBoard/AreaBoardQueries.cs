using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>
/// Bảng theo dõi địa bàn (Đ1.1): what is known of every area, what is old and what is missing. For the head all areas, for others those
/// they watch or are in charge of, by own right or by one that is lent; for those who follow compliance all areas, but nothing of
/// what cases say (section 13).
/// </summary>
public sealed class AreaBoardQueries(
    PortalOperations operations, IEnumerable<IAreaFigure> figures, IEnumerable<IAreaChart> charts)
{
    /// <summary>Months that are counted one by one, this one with them.</summary>
    public const int Months = AreaChart.Months;

    private readonly IReadOnlyList<IAreaFigure> _figures = [.. figures.OrderBy(f => f.Order)];

    /// <summary>Figures that the board can count by month.</summary>
    public IEnumerable<IAreaActivity> Activities => _figures.OfType<IAreaActivity>();

    /// <returns>What most needs a look first, unless the filter says otherwise.</returns>
    public async Task<AreaBoardView> ListAsync(Actor actor, AreaBoardFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (shown, read, scope) = AreasFor(context);
        var areas = shown.Where(a => IsAskedFor(a, filter, context)).ToList();
        var visible = _figures.Where(f => !f.IsContent || read.Count > 0).ToList();
        var known = await AskAsync(visible, areas, read, scope, context, cancellation);
        var rows = areas.ConvertAll(a => RowOf(a, visible.Where(f => !f.IsContent || read.Contains(a)), known, context));
        var standOut = visible.ToDictionary(f => f.Key, f => rows.Count(r => r.Cells.TryGetValue(f.Key, out var c) && c.StandsOut));
        standOut[AreaBoardFilter.Silence] = rows.Count(r => r.IsSilent);
        standOut[AreaBoardFilter.Anything] = rows.Count(r => r.Attention > 0);
        return new AreaBoardView(visible, Sorted(rows.FindAll(r => Needs(r, filter.StandsOut)), filter, context), standOut, areas.Count);
    }

    /// <summary>The rows for a file; that they were taken away is recorded first.</summary>
    public async Task<Result<AreaBoardView>> ExportAsync(Actor actor, AreaBoardFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(actor, "AreaBoard.Exported", "", filter.GroupId, cancellation: cancellation);
        return recorded.IsSuccess ? await ListAsync(actor, filter, cancellation) : recorded.Refusal;
    }

    /// <summary>How often something happened in each area, month by month up to this one.</summary>
    /// <param name="activity">Key of one of <see cref="Activities"/>; all of them together where it is none.</param>
    /// <returns>The first of the months, and the areas with least first.</returns>
    public async Task<(DateOnly First, IReadOnlyList<AreaMonthsRow> Rows)> MonthsAsync(
        Actor actor, AreaBoardFilter filter, string activity, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (shown, _, scope) = AreasFor(context);
        var areas = shown.Where(a => IsAskedFor(a, filter, context)).ToList();
        var first = new DateOnly(context.Today.Year, context.Today.Month, 1).AddMonths(1 - Months);
        var asked = Activities.Where(a => a.Key == activity).DefaultIfEmpty().SelectMany(a => a is null ? Activities : [a]).ToList();
        var happened = await operations.ReadAsync(async db =>
        {
            var question = Question(db, context.Directory.WithPredecessors(areas), scope, context);
            var all = new List<AreaFigure>();
            foreach (var source in asked)
            {
                all.AddRange(await source.SinceAsync(db, question, VietnamTime.StartOf(first), cancellation));
            }

            return all.ToLookup(f => f.AreaId, f => MonthOf(VietnamTime.DayOf(f.At!.Value), first));
        }, cancellation);
        var rows = areas.ConvertAll(a => Counted(a, happened, context));
        var sorted = rows.OrderBy(r => r.Counts.Sum()).ThenBy(r => context.Directory.AreaName(r.AreaId), VietnameseText.Comparer);
        return (first, Grouped(sorted, filter, r => (r.GroupId, r.KindId), context));
    }

    /// <summary>What people would rather look at than read, of the last twelve months and of today.</summary>
    public async Task<IReadOnlyList<(IAreaChart Chart, AreaChart Counts)>> ChartsAsync(
        Actor actor, AreaBoardFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (shown, read, scope) = AreasFor(context);
        var areas = shown.Where(a => IsAskedFor(a, filter, context)).ToList();
        var first = new DateOnly(context.Today.Year, context.Today.Month, 1).AddMonths(1 - Months);
        return await operations.ReadAsync(async db =>
        {
            var counted = new List<(IAreaChart, AreaChart)>();
            foreach (var chart in charts.OrderBy(c => c.Order).Where(c => !c.IsContent || read.Count > 0))
            {
                var of = context.Directory.WithPredecessors(chart.IsContent ? areas.Where(read.Contains) : areas);
                counted.Add((chart, await chart.OfAsync(db, Question(db, of, scope, context), first, cancellation)));
            }

            return counted;
        }, cancellation);
    }

    private static AreaMonthsRow Counted(string areaId, ILookup<string, int> happened, CaseContext context)
    {
        var counts = new int[Months];
        foreach (var month in context.Directory.WithPredecessors([areaId]).SelectMany(a => happened[a]).Where(m => m is >= 0 and < Months))
        {
            counts[month]++;
        }

        var group = context.Directory.GroupOfArea(areaId, context.Today);
        return new AreaMonthsRow(areaId, group ?? "", context.Directory.Area(areaId)!.KindId, counts);
    }

    private static int MonthOf(DateOnly day, DateOnly first) => ((day.Year - first.Year) * Months) + day.Month - first.Month;

    // Areas on the board, and those of them of which the person reads what cases say.
    private static (List<string> Shown, HashSet<string> Read, AccessScope Scope) AreasFor(CaseContext context)
    {
        var directory = context.Directory;
        var scope = AccessScope.Of(context.Actor.PersonId, directory, context.Today);
        var all = directory.Data.Areas.Where(a => a.IsValidOn(context.Today)).Select(a => a.Id).ToList();
        var lent = scope.Lent.Where(l => l.Processes.Length == 0).Select(l => l.Scope).ToList();
        var read = scope.IsHead || lent.Exists(l => l.IsHead)
            ? all.ToHashSet()
            : scope.AreaIds.Concat(lent.SelectMany(l => l.AreaIds)).ToHashSet();
        return (scope.SeesTitles ? all : all.FindAll(read.Contains), read, scope);
    }

    private static bool IsAskedFor(string areaId, AreaBoardFilter filter, CaseContext context)
    {
        var group = context.Directory.GroupOfArea(areaId, context.Today);
        return (filter.GroupId.Length == 0 || group == filter.GroupId)
            && (filter.KindId.Length == 0 || context.Directory.Area(areaId)?.KindId == filter.KindId)
            && (filter.LeaderId.Length == 0 || context.Directory.LeaderInCharge(areaId, group, context.Today) == filter.LeaderId);
    }

    private async Task<Dictionary<string, ILookup<string, AreaFigure>>> AskAsync(
        List<IAreaFigure> visible, List<string> areas, HashSet<string> read, AccessScope scope, CaseContext context,
        CancellationToken cancellation)
    {
        var (all, content) = (context.Directory.WithPredecessors(areas), context.Directory.WithPredecessors(areas.Where(read.Contains)));
        return await operations.ReadAsync(async db =>
        {
            var found = new Dictionary<string, ILookup<string, AreaFigure>>();
            foreach (var figure in visible)
            {
                var question = Question(db, figure.IsContent ? content : all, scope, context);
                found[figure.Key] = (await figure.OfAsync(db, question, cancellation)).ToLookup(f => f.AreaId);
            }

            return found;
        }, cancellation);
    }

    private static AreaFigureQuestion Question(
        PortalDbContext db, IReadOnlyCollection<string> areas, AccessScope scope, CaseContext context) =>
        new(areas, db.Cases.Where(CaseAccess.Content(scope)), scope, context);

    private static AreaBoardRow RowOf(
        string areaId, IEnumerable<IAreaFigure> visible, Dictionary<string, ILookup<string, AreaFigure>> known, CaseContext context)
    {
        var figures = visible.ToList();
        var ids = context.Directory.WithPredecessors([areaId]);
        var cells = figures.ToDictionary(f => f.Key, f => CellOf(f, [.. ids.SelectMany(a => known[f.Key][a])], context));
        var group = context.Directory.GroupOfArea(areaId, context.Today);
        var last = figures.Where(f => f.Kind == AreaFigureKind.Last).Max(f => cells[f.Key].Day);
        return new AreaBoardRow(
            areaId, group ?? "", context.Directory.LeaderInCharge(areaId, group, context.Today), context.Directory.Area(areaId)!.KindId,
            cells, last, group is not null && IsOlder(last, context.Settings.Int("Coverage.StaleDays"), context));
    }

    private static AreaBoardCell CellOf(IAreaFigure figure, IReadOnlyList<AreaFigure> of, CaseContext context)
    {
        if (figure.Kind == AreaFigureKind.Words)
        {
            var words = of.Select(f => (VietnamTime.DayOf(f.At!.Value).Year, f.Words)).OrderByDescending(w => w.Year).ToList();
            return new AreaBoardCell(null, 0, false, words);
        }

        DateOnly? day = of.Max(f => f.At) is { } at ? VietnamTime.DayOf(at) : null;
        var standsOut = of.Any(f => f.StandsOut) || (figure.StaleDays(context) is { } days && IsOlder(day, days, context));
        return new AreaBoardCell(day, of.Sum(f => f.Count), standsOut, []);
    }

    private static bool IsOlder(DateOnly? day, int days, CaseContext context) =>
        !(day is { } last && context.Today.DayNumber - last.DayNumber <= days);

    private static bool Needs(AreaBoardRow row, string standsOut) => standsOut switch
    {
        "" => true,
        AreaBoardFilter.Anything => row.Attention > 0,
        AreaBoardFilter.Silence => row.IsSilent,
        _ => row.Cells.TryGetValue(standsOut, out var cell) && cell.StandsOut,
    };

    private IReadOnlyList<AreaBoardRow> Sorted(List<AreaBoardRow> rows, AreaBoardFilter filter, CaseContext context)
    {
        var directory = context.Directory;
        var byName = VietnameseText.Comparer;
        var sorted = _figures.FirstOrDefault(f => f.Key == filter.SortedBy) switch
        {
            { } figure => rows.OrderBy(r => Weight(figure, r.Cells.GetValueOrDefault(figure.Key))),
            _ when filter.SortedBy == AreaBoardFilter.Silence => rows.OrderBy(r => r.LastKnown ?? DateOnly.MinValue),
            _ when filter.SortedBy == "area" => rows.OrderBy(r => directory.AreaName(r.AreaId), byName),
            _ => rows.OrderByDescending(r => r.Attention).ThenBy(r => r.LastKnown ?? DateOnly.MinValue),
        };
        var named = sorted.ThenBy(r => directory.AreaName(r.AreaId), byName).ToList();
        if (filter.IsDescending)
        {
            named.Reverse();
        }

        return Grouped(named, filter, r => (r.GroupId, r.KindId), context);
    }

    // Rows of a group or a kind stand together, in the order that they had; areas that nobody watches come last.
    private static IReadOnlyList<TRow> Grouped<TRow>(
        IEnumerable<TRow> sorted, AreaBoardFilter filter, Func<TRow, (string Group, string Kind)> of, CaseContext context) =>
        filter.Grouping switch
        {
            AreaBoardGrouping.Group => [.. sorted.OrderBy(r => of(r).Group is { Length: > 0 } group ? group : "~", StringComparer.Ordinal)],
            AreaBoardGrouping.Kind =>
            [
                .. sorted.OrderBy(r => OrderOf(context.Directory, of(r).Kind)).ThenBy(r => of(r).Kind, StringComparer.Ordinal),
            ],
            _ => [.. sorted],
        };

    private static int OrderOf(OrganisationDirectory directory, string kind) =>
        directory.Data.Kinds.FirstOrDefault(k => k.Id == kind)?.Order ?? int.MaxValue;

    private static int Weight(IAreaFigure figure, AreaBoardCell? cell) => (figure.Kind, cell) switch
    {
        (_, null) => -1,
        (AreaFigureKind.Last, _) => cell.Day?.DayNumber ?? 0,
        (AreaFigureKind.Open, _) => cell.Count,
        _ => cell.Words.Count,
    };
}
