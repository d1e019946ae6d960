using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

/// <summary>
/// Lays a flowchart out: columns by distance from the start, in each column the steps near those that lead to them; when it grows broader
/// than a page it goes on below, like a text. Steps that people have placed stay where they are.
/// </summary>
public static class ChartLayout
{
    /// <summary>From column to column: the box and room for words at the lines.</summary>
    public const double ColumnWidth = 310;

    /// <summary>From row to row.</summary>
    public const double RowHeight = 120;

    /// <summary>Width of a page by its height.</summary>
    private const double PageShape = 1.7;

    private const int FewestColumns = 4;

    /// <summary>The place of each step's upper left corner.</summary>
    /// <param name="pinned">Ids of steps that keep their place.</param>
    public static IReadOnlyDictionary<string, (double X, double Y)> Of(FlowGraph chart, IReadOnlySet<string> pinned)
    {
        var columns = chart.Distances(apart: 0);
        var rows = Rows(chart, columns);
        var bands = Bands(chart, columns, rows);
        var places = new Dictionary<string, (double X, double Y)>();
        var top = 0.0;
        foreach (var (first, last) in bands)
        {
            var band = columns.Where(c => c.Value >= first && c.Value <= last).Select(c => c.Key).ToList();
            var least = band.Min(id => rows[id]);
            foreach (var id in band)
            {
                places[id] = ((columns[id] - first) * ColumnWidth, top + ((rows[id] - least) * RowHeight));
            }

            // A row is left free between two bands: what leads from one to the other runs there.
            top += (band.Max(id => rows[id]) - least + 1.6) * RowHeight;
        }

        foreach (var id in pinned)
        {
            if (chart.Activities.TryGetValue(id, out var placed) && placed.Node.Position is { } position)
            {
                places[id] = position;
            }
        }

        return Free(places, pinned);
    }

    // The row that the steps before have on the average, or the nearest that is free in the column.
    private static Dictionary<string, int> Rows(FlowGraph chart, Dictionary<string, int> columns)
    {
        var rows = new Dictionary<string, int>();
        foreach (var column in columns.GroupBy(c => c.Value).OrderBy(g => g.Key))
        {
            var taken = new HashSet<int>();
            foreach (var (id, wish) in column
                .Select(c => (c.Key, Wish: Wish(chart, chart.Activities[c.Key], rows)))
                .OrderBy(c => c.Wish))
            {
                var row = (int)Math.Round(wish);
                var free = Enumerable.Range(0, chart.Activities.Count * 2)
                    .SelectMany(d => new[] { row + d, row - d })
                    .First(r => taken.Add(r));
                rows[id] = free;
            }
        }

        return rows;
    }

    // An outcome behind the first leads to a row below the first one's.
    private static double Wish(FlowGraph chart, CompiledActivity activity, Dictionary<string, int> rows) => activity.ForwardInbound
        .Where(c => rows.ContainsKey(c.From))
        .Select(c => rows[c.From] + (0.3 * chart.Activities[c.From].Outbound.IndexOf(c)))
        .DefaultIfEmpty(0)
        .Average();

    // Cut where few lines cross, near where the page is full.
    private static List<(int First, int Last)> Bands(FlowGraph chart, Dictionary<string, int> columns, Dictionary<string, int> rows)
    {
        var last = columns.Values.Max();
        var height = rows.Values.Max() - rows.Values.Min() + 1;
        var full = Enumerable.Range(1, last + 1).FirstOrDefault(n =>
        {
            var bands = (int)Math.Ceiling((last + 1.0) / n);
            return n * ColumnWidth >= PageShape * bands * (height + .6) * RowHeight;
        });
        full = Math.Max(FewestColumns, full == 0 ? last + 1 : full);
        var cuts = new List<(int First, int Last)>();
        for (var first = 0; first <= last;)
        {
            var end = first + full - 1;
            if (end < last)
            {
                end = Enumerable.Range(end - 1, 3).Where(c => c > first).MinBy(c => (Crossing(chart, columns, c), Math.Abs(c - end)));
            }

            end = Math.Min(end, last);
            cuts.Add((first, end));
            first = end + 1;
        }

        return cuts;
    }

    private static int Crossing(FlowGraph chart, Dictionary<string, int> columns, int after) =>
        chart.Activities.Values.SelectMany(a => a.Outbound).Count(c =>
            columns.TryGetValue(c.From, out var from) && columns.TryGetValue(c.To, out var to) && from <= after != to <= after);

    // What would lie on a step that people have placed goes below it.
    private static Dictionary<string, (double X, double Y)> Free(
        Dictionary<string, (double X, double Y)> places, IReadOnlySet<string> pinned)
    {
        var settled = places.Where(p => pinned.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value);
        foreach (var (id, place) in places.Where(p => !pinned.Contains(p.Key)).OrderBy(p => p.Value.Y).ThenBy(p => p.Value.X))
        {
            var at = place;
            while (settled.Values.Any(s => Math.Abs(s.X - at.X) < ColumnWidth - 80 && Math.Abs(s.Y - at.Y) < RowHeight - 20))
            {
                at.Y += RowHeight;
            }

            settled[id] = at;
        }

        return settled;
    }
}
