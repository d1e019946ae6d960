using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>Where everything of one flowchart stands on the drawing.</summary>
/// <param name="Left">What was taken off the places of the definition, so that the drawing begins at its margin.</param>
/// <param name="Top">See <paramref name="Left"/>.</param>
public sealed record ChartPlan(
    FlowGraph Chart, IReadOnlyList<PlacedStep> Steps, IReadOnlyList<PlacedLine> Lines, double Width, double Height, double Left, double Top)
{
    /// <summary>Width of a step's box.</summary>
    public const double StepWidth = 190;

    /// <summary>Height of a step's box.</summary>
    public const double StepHeight = 70;

    private const double Margin = 40;

    /// <param name="isLeftOut">Steps that are not drawn: the ways through them lead on to what follows.</param>
    /// <exception cref="InvalidOperationException">The chart has no step.</exception>
    public static ChartPlan Of(FlowGraph chart, Func<CompiledActivity, bool>? isLeftOut = null)
    {
        var leftOut = chart.Activities.Values.Where(a => isLeftOut?.Invoke(a) == true).Select(a => a.Id).ToHashSet();
        var places = DiagramLayout.Of(chart);
        var (left, top) = (places.Values.Min(p => p.X) - Margin, places.Values.Min(p => p.Y) - Margin);
        var at = places.ToDictionary(p => p.Key, p => (X: p.Value.X - left, Y: p.Value.Y - top));
        return new ChartPlan(
            chart,
            [.. chart.Activities.Values.Where(a => !leftOut.Contains(a.Id))
                .Select(a => new PlacedStep(a, at[a.Id].X, at[a.Id].Y, IsHuman(a)))],
            [.. chart.Activities.Values.Where(a => !leftOut.Contains(a.Id)).SelectMany(a => a.Outbound)
                .Where(c => at.ContainsKey(c.To))
                .SelectMany(c => Ends(chart, c.To, leftOut, []).Select(to => (c.From, c.Port, Next: c.To, To: to)))
                .GroupBy(c => (c.From, c.Next, c.To))
                .Select(g => new PlacedLine(
                    g.Key.From, g.Key.To, DiagramLayout.Curve(at[g.Key.From], at[g.Key.To], StepWidth, StepHeight),
                    [.. g.Select(c => c.Port)], g.Key.Next))],
            at.Values.Max(p => p.X) + StepWidth + Margin,
            at.Values.Max(p => p.Y) + StepHeight + Margin,
            left,
            top);
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

    private static bool IsHuman(CompiledActivity activity) =>
        activity.FixedSpec is not null || activity.Node.Type.EndsWith("UserTask", StringComparison.Ordinal);
}
