namespace Portal.Web.Shared.Diagrams;

/// <summary>The lanes beside the boxes as a grid, with what each piece of a lane costs, and the cheapest way over it.</summary>
/// <param name="xs">Places of the upright lanes, ascending.</param>
/// <param name="ys">Places of the level lanes, ascending.</param>
internal sealed class LaneGrid(double[] xs, double[] ys)
{
    private const double Corner = 40, Crossing = 12, OnAnother = 6;

    /// <summary>Pieces that lead to the right of a crossing and below it: blocked where not finite, else how often used by
    /// others.</summary>
    private readonly float[] _right = new float[xs.Length * ys.Length], _down = new float[xs.Length * ys.Length];

    /// <summary>No line passes here.</summary>
    public void Block(double left, double top, double right, double bottom)
    {
        for (var j = Above(ys, top); j < ys.Length && ys[j] < bottom; j++)
        {
            for (var i = Math.Max(0, Above(xs, left) - 1); i < xs.Length - 1 && xs[i] < right; i++)
            {
                _right[At(i, j)] = float.PositiveInfinity;
            }
        }

        for (var i = Above(xs, left); i < xs.Length && xs[i] < right; i++)
        {
            for (var j = Math.Max(0, Above(ys, top) - 1); j < ys.Length - 1 && ys[j] < bottom; j++)
            {
                _down[At(i, j)] = float.PositiveInfinity;
            }
        }
    }

    /// <summary>A line lies here already.</summary>
    /// <param name="isShared">It leads to the same box: one may lie on it, and crosses it for nothing.</param>
    public void Use(LineSegment segment, bool isShared)
    {
        if (isShared)
        {
            return;
        }

        var (along, across, line) = segment.IsFlat ? (xs, ys, segment.A.Y) : (ys, xs, segment.A.X);
        for (var k = Above(across, line - 4); k < across.Length && across[k] < line + 4; k++)
        {
            for (var i = Math.Max(0, Above(along, segment.Low) - 1); i < along.Length - 1 && along[i] < segment.High; i++)
            {
                if (segment.IsFlat)
                {
                    _right[At(i, k)] += 1;
                }
                else
                {
                    _down[At(k, i)] += 1;
                }
            }
        }
    }

    /// <summary>The cheapest way from one of the starts to one of the ends; null where there is none.</summary>
    /// <param name="starts">Where it may begin, in which direction, and what that costs.</param>
    /// <param name="ends">Where it may end, in which direction it has to arrive, and what that costs.</param>
    public List<(double X, double Y)>? Find(
        IReadOnlyList<((double X, double Y) At, Heading Heading, double Cost)> starts,
        IReadOnlyList<((double X, double Y) At, Heading Heading, double Cost)> ends)
    {
        var cost = new float[xs.Length * ys.Length * 4];
        Array.Fill(cost, float.PositiveInfinity);
        var before = new int[cost.Length];
        var queue = new PriorityQueue<int, double>();
        var goals = new Dictionary<int, double>();
        foreach (var end in ends)
        {
            goals[State(end.At, end.Heading)] = end.Cost;
        }

        var (left, right) = (ends.Min(e => e.At.X), ends.Max(e => e.At.X));
        var (top, bottom) = (ends.Min(e => e.At.Y), ends.Max(e => e.At.Y));
        double Ahead(int i, int j) =>
            Math.Max(0, Math.Max(left - xs[i], xs[i] - right)) + Math.Max(0, Math.Max(top - ys[j], ys[j] - bottom));

        foreach (var start in starts)
        {
            var state = State(start.At, start.Heading);
            (cost[state], before[state]) = ((float)start.Cost, -1);
            queue.Enqueue(state, start.Cost);
        }

        var (best, bestCost) = (-1, double.PositiveInfinity);
        while (queue.TryDequeue(out var state, out var least) && least < bestCost)
        {
            if (goals.TryGetValue(state, out var arrival) && cost[state] + arrival < bestCost)
            {
                (best, bestCost) = (state, cost[state] + arrival);
            }

            foreach (var (next, i, j, step) in Steps(state))
            {
                var sum = cost[state] + step;
                if (sum < cost[next])
                {
                    (cost[next], before[next]) = ((float)sum, state);
                    queue.Enqueue(next, sum + Ahead(i, j));
                }
            }
        }

        return best < 0 ? null : Way(best, before);
    }

    private IEnumerable<(int Next, int I, int J, double Cost)> Steps(int state)
    {
        var (heading, node) = ((Heading)(state % 4), state / 4);
        var (i, j) = (node % xs.Length, node / xs.Length);
        for (var turn = 0; turn < 4; turn++)
        {
            var (to, isTurn) = ((Heading)turn, turn != (int)heading);
            if (Math.Abs(turn - (int)heading) == 2 || Piece(i, j, to) is not { } piece || float.IsInfinity(piece.Used))
            {
                continue;
            }

            var (ni, nj) = (i + Across(to), j + Down(to));
            var crossed = isTurn ? 0 : Crossed(i, j, heading);
            yield return ((At(ni, nj) * 4) + turn, ni, nj,
                piece.Length + (isTurn ? Corner : 0) + (piece.Used * OnAnother * piece.Length) + (crossed * Crossing));
        }
    }

    private (double Length, float Used)? Piece(int i, int j, Heading to) => to switch
    {
        Heading.Right when i < xs.Length - 1 => (xs[i + 1] - xs[i], _right[At(i, j)]),
        Heading.Left when i > 0 => (xs[i] - xs[i - 1], _right[At(i - 1, j)]),
        Heading.Down when j < ys.Length - 1 => (ys[j + 1] - ys[j], _down[At(i, j)]),
        Heading.Up when j > 0 => (ys[j] - ys[j - 1], _down[At(i, j - 1)]),
        _ => null,
    };

    // Lines that are crossed by going straight on here.
    private float Crossed(int i, int j, Heading heading)
    {
        var used = heading is Heading.Right or Heading.Left ? _down : _right;
        var here = used[At(i, j)];
        return float.IsInfinity(here) ? 0 : here;
    }

    private List<(double X, double Y)> Way(int state, int[] before)
    {
        var way = new List<(double X, double Y)>();
        for (; state >= 0; state = before[state])
        {
            var node = state / 4;
            way.Add((xs[node % xs.Length], ys[node / xs.Length]));
        }

        way.Reverse();
        return way;
    }

    private int State((double X, double Y) at, Heading heading) =>
        (At(Array.BinarySearch(xs, Math.Round(at.X, 1)), Array.BinarySearch(ys, Math.Round(at.Y, 1))) * 4) + (int)heading;

    private int At(int i, int j) => (j * xs.Length) + i;

    private static int Across(Heading heading) => heading switch { Heading.Right => 1, Heading.Left => -1, _ => 0 };

    private static int Down(Heading heading) => heading switch { Heading.Down => 1, Heading.Up => -1, _ => 0 };

    // The first that is greater.
    private static int Above(double[] values, double value)
    {
        var at = Array.BinarySearch(values, value);
        return at < 0 ? ~at : at + 1;
    }
}
