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

    /// <summary>Where the lines of a step leave it, by outcome, between 0 at the top of its right side and 1 at the bottom.</summary>
    public static double ExitOf(int index, int count) => (index + 1.0) / (count + 1);

    /// <param name="words">What an outcome is called; null where it is the only one and says nothing.</param>
    /// <param name="isLeftOut">Steps that are not drawn: the ways through them lead on to what follows.</param>
    /// <param name="before">The drawing before a change: lines that the change does not touch stay as they were.</param>
    /// <exception cref="InvalidOperationException">The chart has no step.</exception>
    public static ChartPlan Of(
        FlowGraph chart, Func<CompiledActivity, string, string?> words, Func<CompiledActivity, bool>? isLeftOut = null,
        ChartPlan? before = null)
    {
        var leftOut = chart.Activities.Values.Where(a => isLeftOut?.Invoke(a) == true).Select(a => a.Id).ToHashSet();
        var places = DiagramLayout.Of(chart);
        var (left, top) = before?.Chart.Path == chart.Path
            ? (before.Left, before.Top)
            : (places.Values.Min(p => p.X) - Margin, places.Values.Min(p => p.Y) - Margin);
        var at = places.Where(p => !leftOut.Contains(p.Key))
            .ToDictionary(p => p.Key, p => (X: Math.Round(p.Value.X - left), Y: Math.Round(p.Value.Y - top)));
        return new ChartPlan(
            chart,
            [.. chart.Activities.Values.Where(a => at.ContainsKey(a.Id))
                .Select(a => new PlacedStep(a, at[a.Id].X, at[a.Id].Y, StepShapes.Of(a)))],
            ChartLines.Of(chart, at, leftOut, words, before),
            at.Values.Max(p => p.X) + StepWidth + Margin,
            at.Values.Max(p => p.Y) + StepHeight + Margin,
            left,
            top);
    }
}
