using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>The lines of a flowchart, each with its way and its words.</summary>
internal static class ChartLines
{
    /// <summary>About the width of a letter of <see cref="PlacedLine.Words"/>, and the height of their line.</summary>
    private const double Letter = 6.1, WordsHeight = 15;

    /// <summary>Longer words end with dots on the drawing.</summary>
    private const int Longest = 22;

    public static List<PlacedLine> Of(
        FlowGraph chart, IReadOnlyDictionary<string, (double X, double Y)> at, HashSet<string> leftOut,
        Func<CompiledActivity, string, string?> words, ChartPlan? before)
    {
        var router = new LineRouter(at, ChartPlan.StepWidth, ChartPlan.StepHeight);
        var kept = before is null ? [] : Unmoved(before, at);
        var wanted = chart.Activities.Values.Where(a => at.ContainsKey(a.Id))
            .SelectMany(a => Leaving(chart, a, leftOut))
            .OrderBy(w => Distance(at[w.From.Id], at[w.To]))
            .ToList();
        foreach (var line in wanted.Where(w => kept.ContainsKey(w.Key)))
        {
            router.Keep(kept[line.Key], line.From.Id, line.To);
        }

        var taken = at.Values.Select(b => (b.X, b.Y, R: b.X + ChartPlan.StepWidth, B: b.Y + ChartPlan.StepHeight)).ToList();
        var lines = new List<PlacedLine>(wanted.Count);
        foreach (var w in wanted)
        {
            var points = kept.GetValueOrDefault(w.Key) ?? router.Lead(w.From.Id, w.To, w.Exit);
            var line = new PlacedLine(w.From.Id, w.To, points, w.Port, w.Next);
            lines.Add(words(w.From, w.Port) is { Length: > 0 } said ? Worded(line, said, taken) : line);
        }

        return lines;
    }

    private static IEnumerable<Wanted> Leaving(FlowGraph chart, CompiledActivity from, HashSet<string> leftOut)
    {
        var ports = from.Outbound.Select(c => c.Port).Distinct().ToList();
        return from.Outbound.Where(c => chart.Activities.ContainsKey(c.To))
            .SelectMany(c => Ends(chart, c.To, leftOut, []).Select(to =>
                new Wanted(from, to, c.Port, c.To, ChartPlan.ExitOf(ports.IndexOf(c.Port), ports.Count))))
            .DistinctBy(w => w.Key);
    }

    // Where a way leads that begins at a step which may be left out.
    private static IEnumerable<string> Ends(FlowGraph chart, string id, HashSet<string> leftOut, HashSet<string> seen)
    {
        if (!leftOut.Contains(id))
        {
            return [id];
        }

        return seen.Add(id)
            ? chart.Activities[id].Outbound.Where(c => chart.Activities.ContainsKey(c.To)).SelectMany(c => Ends(chart, c.To, leftOut, seen))
            : [];
    }

    // Lines of the drawing before whose ends stand where they stood, and in whose way no box has come.
    private static Dictionary<string, IReadOnlyList<(double X, double Y)>> Unmoved(
        ChartPlan before, IReadOnlyDictionary<string, (double X, double Y)> at)
    {
        var stood = before.Steps.ToDictionary(s => s.Activity.Id, s => (s.X, s.Y));
        var moved = at.Where(b => !stood.TryGetValue(b.Key, out var was) || was != b.Value).Select(b => b.Value).ToList();
        bool Stays(string id) => stood.TryGetValue(id, out var was) && at.TryGetValue(id, out var now) && was == now;
        var exits = before.Steps.ToDictionary(s => s.Activity.Id, s => string.Join('\n', s.Activity.Outbound.Select(c => c.Port)));
        return before.Lines
            .Where(l => Stays(l.From) && Stays(l.To) && !moved.Exists(b => Crosses(l.Points, b)))
            .ToDictionary(l => $"{l.From}\n{l.To}\n{l.Port}\n{l.Next}\n{exits[l.From]}", l => l.Points);
    }

    private static bool Crosses(IReadOnlyList<(double X, double Y)> points, (double X, double Y) box) =>
        Enumerable.Range(1, points.Count - 1).Any(i =>
            Math.Min(points[i - 1].X, points[i].X) < box.X + ChartPlan.StepWidth + 5
            && Math.Max(points[i - 1].X, points[i].X) > box.X - 5
            && Math.Min(points[i - 1].Y, points[i].Y) < box.Y + ChartPlan.StepHeight + 5
            && Math.Max(points[i - 1].Y, points[i].Y) > box.Y - 5);

    // On the first part of the line where nothing else stands; where there is none, at its beginning.
    private static PlacedLine Worded(PlacedLine line, string said, List<(double X, double Y, double R, double B)> taken)
    {
        var shown = said.Length > Longest ? said[..(Longest - 1)].TrimEnd() + "…" : said;
        var half = shown.Length * Letter / 2;
        var places = Places(line.Points, half).ToList();
        var place = places.FindIndex(p => taken.TrueForAll(t =>
            p.X + half <= t.X || p.X - half >= t.R || p.Y + (WordsHeight / 2) <= t.Y || p.Y - (WordsHeight / 2) >= t.B));
        var (x, y) = place >= 0 ? places[place] : (line.Points[0].X + half + 6, line.Points[0].Y);
        taken.Add((x - half, y - (WordsHeight / 2), x + half, y + (WordsHeight / 2)));
        return line with { Words = shown, WordsAt = (Math.Round(x, 1), Math.Round(y, 1)) };
    }

    private static IEnumerable<(double X, double Y)> Places(IReadOnlyList<(double X, double Y)> points, double half)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            var length = Math.Abs(b.X - a.X) + Math.Abs(b.Y - a.Y);
            if (a.Y == b.Y && length >= (half * 2) + 8)
            {
                var side = Math.Sign(b.X - a.X);
                yield return (a.X + (side * (half + 5)), a.Y);
                yield return ((a.X + b.X) / 2, a.Y);
                yield return (b.X - (side * (half + 12)), a.Y);
            }
            else if (a.X == b.X && length >= 24)
            {
                yield return (a.X, a.Y + (Math.Sign(b.Y - a.Y) * 12));
                yield return (a.X, (a.Y + b.Y) / 2);
            }
        }
    }

    private static double Distance((double X, double Y) from, (double X, double Y) to) => Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y);

    private sealed record Wanted(CompiledActivity From, string To, string Port, string Next, double Exit)
    {
        public string Key { get; } = $"{From.Id}\n{To}\n{Port}\n{Next}\n{string.Join('\n', From.Outbound.Select(c => c.Port))}";
    }
}
