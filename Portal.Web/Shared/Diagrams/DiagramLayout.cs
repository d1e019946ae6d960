using System.Globalization;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>Where the steps of a diagram stand: as in the definition, or laid out in columns by distance from the start.</summary>
internal static class DiagramLayout
{
    private const double ColumnWidth = 250;
    private const double RowHeight = 120;

    public static IReadOnlyDictionary<string, (double X, double Y)> Of(FlowGraph chart)
    {
        if (chart.Activities.Values.All(a => a.Node.Position is not null))
        {
            return chart.Activities.ToDictionary(a => a.Key, a => a.Value.Node.Position!.Value);
        }

        var column = new Dictionary<string, int>();
        foreach (var activity in chart.Activities.Values.OrderBy(a => a.Upstream.Count))
        {
            column[activity.Id] = activity.ForwardInbound.Select(c => column.GetValueOrDefault(c.From) + 1).DefaultIfEmpty(0).Max();
        }

        return column.GroupBy(c => c.Value).SelectMany(g => g.Select((c, row) => (c.Key, X: g.Key * ColumnWidth, Y: row * RowHeight)))
            .ToDictionary(p => p.Key, p => (p.X, p.Y));
    }

    /// <summary>Breaks a title into lines of about so many letters, three at most.</summary>
    public static IReadOnlyList<string> Wrap(string text, int letters)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters)
            {
                lines[^1] += " " + word;
            }
            else if (lines.Count < 3)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].TrimEnd('…') + "…";
                break;
            }
        }

        return lines;
    }

    /// <summary>A curve between two boxes: from side to side going on, above or below going back.</summary>
    public static string Curve((double X, double Y) from, (double X, double Y) to, double width, double height)
    {
        if (to.X > from.X + (width / 2))
        {
            var (x1, y1, x2, y2) = (from.X + width, from.Y + (height / 2), to.X, to.Y + (height / 2));
            var bend = Math.Max(30, (x2 - x1) / 2);
            return Path(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        }

        if (Math.Abs(to.X - from.X) <= width / 2 && to != from)
        {
            var down = to.Y > from.Y;
            var (x1, y1, y2) = (from.X + (width / 2), down ? from.Y + height : from.Y, down ? to.Y : to.Y + height);
            var x2 = to.X + (width / 2);
            return Path(x1, y1, x1, (y1 + y2) / 2, x2, (y1 + y2) / 2, x2, y2);
        }

        // Back: out at the bottom, round below both, in at the bottom.
        var (bx1, by1, bx2, by2) = (from.X + (width * .4), from.Y + height, to.X + (width * .6), to.Y + height);
        var low = Math.Max(by1, by2) + 34;
        return Path(bx1, by1, bx1, low, bx2, low, bx2, by2);
    }

    private static string Path(params double[] p) => string.Create(CultureInfo.InvariantCulture,
        $"M{p[0]:0.#} {p[1]:0.#}C{p[2]:0.#} {p[3]:0.#} {p[4]:0.#} {p[5]:0.#} {p[6]:0.#} {p[7]:0.#}");
}
