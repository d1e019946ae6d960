namespace Portal.Web.Shared.Diagrams;

/// <summary>
/// Leads lines from box to box at right angles, around all boxes: for each line the cheapest way over the lanes beside the boxes near it
/// (A*), where length, corners, and lying on another line cost.
/// </summary>
internal sealed class LineRouter(IReadOnlyDictionary<string, (double X, double Y)> boxes, double width, double height)
{
    /// <summary>From a box to the first lane beside it, and from lane to lane.</summary>
    private const double Lane = 14, NextLane = 9;

    /// <summary>How close a line may pass a box.</summary>
    private const double Clear = 5;

    /// <summary>What counts as near: so far around both ends.</summary>
    private const double Near = 420;

    private readonly List<LineSegment> _drawn = [];

    /// <summary>Takes a line as drawn already: others keep off it.</summary>
    public void Keep(IReadOnlyList<(double X, double Y)> points, string from, string to)
    {
        for (var i = 1; i < points.Count; i++)
        {
            _drawn.Add(new LineSegment(points[i - 1], points[i], from, to));
        }
    }

    /// <summary>The corners of a line from the side of one box to another box.</summary>
    /// <param name="from">Id of the box it leaves.</param>
    /// <param name="to">Id of the box it ends at.</param>
    /// <param name="exit">Where on the right side it leaves, between 0 at the top and 1 at the bottom.</param>
    public IReadOnlyList<(double X, double Y)> Lead(string from, string to, double exit)
    {
        var (start, end) = (boxes[from], boxes[to]);
        var source = new BoxSides(start.X, start.Y, width, height);
        var target = new BoxSides(end.X, end.Y, width, height);
        var points = Straight(source, target, exit, from, to)
            ?? Search(source, target, exit, from, to, Near)
            ?? Search(source, target, exit, from, to, double.PositiveInfinity)
            ?? [source.Right(exit), target.Left];
        Keep(points, from, to);
        return points;
    }

    // Side by side with nothing between: the usual case, and the quickest.
    private List<(double X, double Y)>? Straight(BoxSides source, BoxSides target, double exit, string from, string to)
    {
        var (x1, y) = source.Right(exit);
        var x2 = target.Left.X;
        if (from == to || x2 - x1 < Lane || Math.Abs(y - target.Left.Y) > .5 || Blocked(x1, x2, y, from, to)
            || _drawn.Exists(s => s.IsFlat && Math.Abs(s.A.Y - y) < 3 && s.Low < x2 && s.High > x1 && s.To != to))
        {
            return null;
        }

        return [(x1, y), (x2, y)];
    }

    private bool Blocked(double x1, double x2, double y, string from, string to) => boxes.Any(b =>
        b.Key != from && b.Key != to && b.Value.X < x2 && b.Value.X + width > x1
        && b.Value.Y - Clear < y && b.Value.Y + height + Clear > y);

    private List<(double X, double Y)>? Search(BoxSides source, BoxSides target, double exit, string from, string to, double near)
    {
        var (left, right) = (Math.Min(source.X, target.X) - near, Math.Max(source.X, target.X) + width + near);
        var (top, bottom) = (Math.Min(source.Y, target.Y) - near, Math.Max(source.Y, target.Y) + height + near);
        var around = boxes.Values.Where(b => b.X + width > left && b.X < right && b.Y + height > top && b.Y < bottom).ToList();
        (double X, double Y)[] starts =
        [
            Out(source.Right(exit), 1, 0), Out(source.Bottom, 0, 1), Out(source.Top, 0, -1),
        ];
        (double X, double Y)[] ends =
        [
            Out(target.Left, -1, 0), Out(target.Top, 0, -1), Out(target.Bottom, 0, 1), Out(target.Right(.5), 1, 0),
        ];
        var grid = new LaneGrid(
            Lanes(around.Select(b => b.X), width, starts.Concat(ends).Select(p => p.X)),
            Lanes(around.Select(b => b.Y), height, starts.Concat(ends).Select(p => p.Y)));
        around.ForEach(b => grid.Block(b.X - Clear, b.Y - Clear, b.X + width + Clear, b.Y + height + Clear));
        foreach (var segment in _drawn.Where(s => s.IsNear(left, top, right, bottom)))
        {
            grid.Use(segment, isShared: segment.To == to);
        }

        // The side on the right is where outcomes leave, the one on the left where they come in: the others cost a little.
        var way = grid.Find(
            [(starts[0], Heading.Right, 0), (starts[1], Heading.Down, 45), (starts[2], Heading.Up, 45)],
            [(ends[0], Heading.Right, 0), (ends[1], Heading.Down, 25), (ends[2], Heading.Up, 25), (ends[3], Heading.Left, 60)]);
        if (way is null)
        {
            return null;
        }

        var first = Array.IndexOf(starts, way[0]) switch { 0 => source.Right(exit), 1 => source.Bottom, _ => source.Top };
        var last = Array.IndexOf(ends, way[^1]) switch { 0 => target.Left, 1 => target.Top, 2 => target.Bottom, _ => target.Right(.5) };
        return Corners([first, .. way, last]);
    }

    private static (double X, double Y) Out((double X, double Y) point, int dx, int dy) => (point.X + (dx * Lane), point.Y + (dy * Lane));

    // Three lanes on either side of each row or column of boxes, and those of the ends.
    private static double[] Lanes(IEnumerable<double> starts, double size, IEnumerable<double> ends) =>
        [.. starts.Distinct().SelectMany(s => Enumerable.Range(0, 3).SelectMany(i => new[]
        {
            s - Lane - (i * NextLane), s + size + Lane + (i * NextLane),
        })).Concat(ends).Select(v => Math.Round(v, 1)).Distinct().Order()];

    // Only where it turns.
    private static List<(double X, double Y)> Corners(List<(double X, double Y)> points)
    {
        var corners = new List<(double X, double Y)> { points[0] };
        for (var i = 1; i < points.Count - 1; i++)
        {
            var (before, here, after) = (corners[^1], points[i], points[i + 1]);
            if ((before.X != here.X || here.X != after.X) && (before.Y != here.Y || here.Y != after.Y))
            {
                corners.Add(here);
            }
        }

        corners.Add(points[^1]);
        return corners;
    }
}
