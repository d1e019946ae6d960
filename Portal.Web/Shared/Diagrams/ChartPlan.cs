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

    /// <exception cref="InvalidOperationException">The chart has no step.</exception>
    public static ChartPlan Of(FlowGraph chart)
    {
        var places = DiagramLayout.Of(chart);
        var (left, top) = (places.Values.Min(p => p.X) - Margin, places.Values.Min(p => p.Y) - Margin);
        var at = places.ToDictionary(p => p.Key, p => (X: p.Value.X - left, Y: p.Value.Y - top));
        return new ChartPlan(
            chart,
            [.. chart.Activities.Values.Select(a => new PlacedStep(a, at[a.Id].X, at[a.Id].Y, IsHuman(a)))],
            [.. chart.Activities.Values.SelectMany(a => a.Outbound)
                .Where(c => at.ContainsKey(c.To))
                .GroupBy(c => (c.From, c.To))
                .Select(g => new PlacedLine(
                    g.Key.From, g.Key.To, DiagramLayout.Curve(at[g.Key.From], at[g.Key.To], StepWidth, StepHeight),
                    [.. g.Select(c => c.Port)]))],
            at.Values.Max(p => p.X) + StepWidth + Margin,
            at.Values.Max(p => p.Y) + StepHeight + Margin,
            left,
            top);
    }

    private static bool IsHuman(CompiledActivity activity) =>
        activity.FixedSpec is not null || activity.Node.Type.EndsWith("UserTask", StringComparison.Ordinal);
}
