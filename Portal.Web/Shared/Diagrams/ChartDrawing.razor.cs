using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

public sealed partial class ChartDrawing
{
    private const int LettersInLine = 22;
    private const double LineHeight = 17;

    private ElementReference _box;
    private ElementReference _svg;

    [Parameter, EditorRequired]
    public required ChartPlan Plan { get; set; }

    [Parameter, EditorRequired]
    public required Func<CompiledActivity, StepLook> Look { get; set; }

    /// <summary>What the drawing shows, for screen readers.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Whether a case has gone this way; null where no case is shown.</summary>
    [Parameter]
    public Func<PlacedLine, bool>? IsGone { get; set; }

    /// <summary>All of it in view, whatever its size.</summary>
    [Parameter]
    public bool Fit { get; set; }

    /// <summary>1 is the size of the definition.</summary>
    [Parameter]
    public double Zoom { get; set; } = 1;

    /// <summary>Place of the step that is picked; where nobody listens, steps are no buttons.</summary>
    [Parameter]
    public EventCallback<string> OnPicked { get; set; }

    /// <summary>The frame that scrolls.</summary>
    public ElementReference Box => _box;

    /// <summary>The drawing itself.</summary>
    public ElementReference Svg => _svg;

    private bool CanPick => OnPicked.HasDelegate;

    private EventCallback<Microsoft.AspNetCore.Components.Web.MouseEventArgs> Picks(PlacedStep step) => CanPick
        ? EventCallback.Factory.Create<Microsoft.AspNetCore.Components.Web.MouseEventArgs>(
            this, () => OnPicked.InvokeAsync(step.Activity.Path))
        : default;

    private string? Pressed(StepLook look)
    {
        if (!CanPick)
        {
            return null;
        }

        return look.IsChosen ? "true" : "false";
    }

    // Words that stand in the box are not said once more beside it: its name holds what is seen.
    private static bool IsCut(string title) => DiagramLayout.Wrap(title, LettersInLine) is [.., var last] && last.EndsWith('…');

    // As text: inside of an SVG a razor element named "text" is something else.
    private static MarkupString Words(PlacedStep step, string title)
    {
        var lines = DiagramLayout.Wrap(title, LettersInLine);
        var (middle, first) = (
            step.X + (ChartPlan.StepWidth / 2), step.Y + (ChartPlan.StepHeight / 2) + 5 - ((lines.Count - 1) / 2.0 * LineHeight));
        return new MarkupString(string.Concat(lines.Select((line, i) =>
            $"<text x=\"{N(middle)}\" y=\"{N(first + (i * LineHeight))}\">{WebUtility.HtmlEncode(line)} </text>")));
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
